import { REMEDY_RESULTS } from '../../case-file/side-lines.ts';
import { ARTICLES } from '../articles.ts';
import { REVISION_KINDS } from '../grounds.ts';
import { PERFORMANCE_STAGES, type Stage } from '../stages.ts';
import type { StepField, Transition } from '../table.types.ts';

const DECIDED: readonly Stage[] = ['DECIDED', ...PERFORMANCE_STAGES, 'NOPEN', 'CLOSE_APPR', 'CLOSED', 'ARCH'];
const PUBLISHED: readonly Stage[] = ['DECIDED', ...PERFORMANCE_STAGES, 'CLOSE_APPR', 'CLOSED', 'ARCH'];
const NEW_PENALTY: readonly StepField[] = [
  { key: 'fineFen', label: '变更后的罚款（变更时填写）', kind: 'money', required: false, min: 0 },
  { key: 'confiscationFen', label: '变更后的没收数额（变更时填写）', kind: 'money', required: false, min: 0 },
];

/** Reconsideration, suit, correction by the authority itself, publication (domain notes §1.3, 16; §1.10). */
export const REMEDIES_TABLE: readonly Transition[] = [
  {
    event: 'record-remedy', from: DECIDED, to: 'stay', actors: ['case-officer', 'legal-reviewer'], guards: ['remedyDated'],
    fields: [
      { key: 'kind', label: '种类', kind: 'choice', required: true, choices: { reconsideration: '行政复议', suit: '行政诉讼' } },
      { key: 'organ', label: '复议机关（人民法院）', kind: 'text', required: true },
      { key: 'acceptedOn', label: '受理日期', kind: 'date', required: true },
      { key: 'stay', label: '复议机关（人民法院）决定停止执行', kind: 'confirm', required: false },
    ],
    opinion: 'none', aside: true, article: ARTICLES.stay,
  },
  {
    event: 'end-remedy', from: DECIDED, to: 'after-remedy', actors: ['case-officer', 'legal-reviewer'], guards: ['remedyOpen', 'remedyEnded', 'changedPenaltyLighter'],
    fields: [
      { key: 'remedyId', label: '行政复议、行政诉讼', kind: 'remedy', required: true },
      { key: 'endedOn', label: '收到复议决定、裁判的日期', kind: 'date', required: true },
      { key: 'result', label: '结果', kind: 'choice', required: true, choices: REMEDY_RESULTS },
      ...NEW_PENALTY,
      { key: 'evidenceId', label: '复议决定书、裁判文书（扫描件）', kind: 'evidence', required: false },
    ],
    opinion: 'required', aside: true, document: 'BGCX', article: ARTICLES.stay,
  },
  {
    event: 'change-decision', from: ['DECIDED', ...PERFORMANCE_STAGES, 'CLOSED', 'ARCH'], to: 'after-remedy', actors: ['leader'], guards: ['penaltyDecided', 'changedPenaltyLighter', 'revisionInRange'],
    fields: [{ key: 'result', label: '处理', kind: 'choice', required: true, choices: REVISION_KINDS }, ...NEW_PENALTY], opinion: 'required', aside: true, document: 'BGCX', article: ARTICLES.revision,
  },
  {
    event: 'publish-decision', from: PUBLISHED, to: 'stay', actors: ['publicist'], guards: ['publishable'],
    fields: [
      { key: 'publishedOn', label: '公示日期', kind: 'date', required: true },
      { key: 'places', label: '公示平台', kind: 'names', required: true, help: '每行一个，例如信用中国（江苏苏州）、本机关门户网站。' },
      { key: 'redacted', label: '已核对：属于依法应当公开的决定，个人信息、商业秘密等已作处理', kind: 'confirm', required: true },
    ],
    opinion: 'none', aside: true, article: ARTICLES.publication,
  },
  {
    event: 'take-down', from: [...PUBLISHED, 'INVEST', 'TERM'], to: 'stay', actors: ['publicist'], guards: ['published'],
    fields: [{ key: 'takenDownOn', label: '撤下日期', kind: 'date', required: true }], opinion: 'required', aside: true, article: ARTICLES.publication,
  },
];
