import { ARTICLES } from '../articles.ts';
import type { StepField, Transition } from '../table.types.ts';

const PLAN: StepField = { key: 'plan', label: '缴纳计划', kind: 'plan', required: true, help: '各期金额之和等于尚未缴纳的数额；延期、分期的只限罚款，不含没收的违法所得。' };

/** Performance, deferral, surcharge, demand (domain notes §1.3, 17–20). */
export const EXECUTION_TABLE: readonly Transition[] = [
  {
    event: 'apply-deferral', from: ['SERVED', 'OVERDUE', 'DEMAND'], to: 'stay', actors: ['case-officer'], guards: ['somethingOwed', 'planFits'],
    fields: [
      { key: 'kind', label: '申请事项', kind: 'choice', required: true, choices: { deferral: '延期缴纳', instalments: '分期缴纳' } },
      { key: 'appliedOn', label: '申请日期', kind: 'date', required: true },
      { key: 'reason', label: '确有经济困难的理由', kind: 'long-text', required: true },
      PLAN,
    ],
    opinion: 'none', aside: true, document: 'YQFQ', article: ARTICLES.deferral,
  },
  { event: 'approve-deferral', from: ['SERVED', 'OVERDUE', 'DEMAND'], to: 'DEFER', actors: ['leader'], guards: ['deferralPending', 'deferralStillFits'], fields: [], opinion: 'required', document: 'YQPZ', article: ARTICLES.deferral },
  { event: 'refuse-deferral', from: ['SERVED', 'OVERDUE', 'DEMAND'], to: 'stay', actors: ['leader'], guards: ['deferralPending'], fields: [], opinion: 'required', aside: true, article: ARTICLES.deferral },
  { event: 'complete-deferral', from: ['DEFER'], to: 'SERVED', actors: ['case-officer'], guards: ['finePaid'], fields: [], opinion: 'none', article: ARTICLES.deferral },
  { event: 'mark-overdue', from: ['SERVED'], to: 'OVERDUE', actors: ['case-officer'], guards: ['somethingOwed', 'paymentLapsed', 'notStayed'], fields: [], opinion: 'none', aside: true, article: ARTICLES.surcharge },
  { event: 'mark-overdue', from: ['DEFER'], to: 'OVERDUE', actors: ['case-officer'], guards: ['somethingOwed', 'instalmentMissed', 'notStayed'], fields: [], opinion: 'none', aside: true, article: ARTICLES.surcharge },
  {
    event: 'sign-agreement', from: ['OVERDUE', 'DEMAND'], to: 'stay', actors: ['leader'], guards: ['somethingOwed', 'agreementFits'],
    fields: [
      { key: 'signedOn', label: '签订日期', kind: 'date', required: true },
      PLAN,
      { key: 'surchargeReducedFen', label: '当事人采取补救措施后减免的加处罚款', kind: 'money', required: false, min: 0, help: '只能减免加处罚款，不能减免罚款本身。' },
    ],
    opinion: 'required', aside: true, document: 'ZXXY', article: ARTICLES.agreement,
  },
  { event: 'approve-demand', from: ['OVERDUE'], to: 'DEMAND', actors: ['leader'], guards: ['somethingOwed', 'notStayed'], fields: [], opinion: 'optional', document: 'CGS', article: ARTICLES.demand },
];
