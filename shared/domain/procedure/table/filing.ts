import { ARTICLES } from '../articles.ts';
import { FILING_CONDITIONS } from '../grounds.ts';
import { TERM_STAGES } from '../stages.ts';
import type { Transition } from '../table.types.ts';
import { DISTINCT_ACT, NO_RECUSAL, OFFICERS, REJECTION } from './fields.ts';

const FILING_GUARDS = ['officersQualified', 'filingFacts', 'partyNamed', 'evidencePresent', 'withinLimitation'] as const;

/** Intake, verification, filing (domain notes §1.3, 1–3). */
export const FILING_TABLE: readonly Transition[] = [
  {
    event: 'assign', from: ['CLUE'], to: 'VERIFY', actors: ['unit-head'], guards: ['assigneesQualified'],
    fields: [OFFICERS, NO_RECUSAL], opinion: 'optional', article: ARTICLES.officers,
  },
  {
    // An officer may leave or be recused on the way; whoever investigated before still counts as one who did.
    event: 'assign', from: ['VERIFY', ...TERM_STAGES, 'SUSP', 'TERM', 'WITHDR', 'DECIDED', 'SERVED', 'DEFER', 'OVERDUE', 'DEMAND', 'COURT', 'EXEC_STOP', 'TRANSF'], to: 'stay', actors: ['unit-head'],
    guards: ['assigneesQualified'], fields: [OFFICERS, NO_RECUSAL], opinion: 'required', aside: true, article: ARTICLES.officers,
  },
  {
    event: 'extend-verification', from: ['VERIFY'], to: 'stay', actors: ['leader'], guards: ['verificationExtensible'],
    fields: [], opinion: 'required', aside: true, document: 'YCHC', article: ARTICLES.procedureRules,
  },
  { event: 'reject-clue', from: ['VERIFY'], to: 'NOFILE', actors: ['leader'], guards: ['measuresSettled'], fields: [REJECTION], opinion: 'required', aside: true, document: 'BYLA', article: ARTICLES.filing },
  {
    event: 'propose-filing', from: ['VERIFY'], to: 'FILING', actors: ['case-officer'], guards: FILING_GUARDS,
    fields: [
      { key: 'conditions', label: '立案条件', kind: 'checklist', required: true, choices: FILING_CONDITIONS },
      { key: 'fiveYears', label: '涉及公民生命健康安全、金融安全且有危害后果（追责时效五年）', kind: 'confirm', required: false },
    ],
    opinion: 'optional', document: 'LASP', article: ARTICLES.filing,
  },
  { event: 'approve-filing', from: ['FILING'], to: 'INVEST', actors: ['leader'], guards: ['countersigned', ...FILING_GUARDS, 'actNotHandled'], fields: [DISTINCT_ACT], opinion: 'optional', document: 'LASP', article: ARTICLES.filing },
  { event: 'return-filing', from: ['FILING'], to: 'VERIFY', actors: ['leader'], guards: [], fields: [], opinion: 'required', returns: true },
  { event: 'resubmit', from: ['VERIFY'], to: 'FILING', actors: ['case-officer'], guards: ['sentBack', ...FILING_GUARDS], fields: [], opinion: 'required', document: 'LASP', article: ARTICLES.filing },
  { event: 'refuse-filing', from: ['FILING'], to: 'NOFILE', actors: ['leader'], guards: ['measuresSettled'], fields: [REJECTION], opinion: 'required', aside: true, document: 'BYLA', article: ARTICLES.filing },
];
