/**
 * Stages (环节) of a case, in the order of the procedure: the main line of the ordinary procedure, then its side lines
 * (domain notes §1.4). What may happen beside a stage (复议中, 强制措施有效期内 …) are overlays, see `overlays.ts`.
 */
export const STAGES = {
  CLUE: '线索登记',
  VERIFY: '线索核查',
  FILING: '立案审批',
  INVEST: '调查取证',
  SUSP: '中止调查',
  CONCL: '调查终结审核',
  NOTICE_APPR: '事先告知审批',
  NOTIFIED: '陈述申辩期',
  DEFENCE: '陈述申辩复核',
  HEAR: '听证',
  LEGAL: '法制审核',
  COLLECT: '集体讨论',
  DEC_APPR: '决定审批',
  NOPEN: '不予处罚',
  DECIDED: '决定待送达',
  SERVED: '履行期',
  DEFER: '延期、分期缴纳',
  OVERDUE: '逾期未履行',
  DEMAND: '催告',
  COURT: '法院强制执行',
  EXEC_STOP: '中止执行',
  TRANSF: '已移送',
  WITHDR: '撤销立案',
  TERM: '终止调查',
  CLOSE_APPR: '结案审批',
  CLOSED: '已结案',
  ARCH: '已归档',
  NOFILE: '不予立案',
} as const;
export type Stage = keyof typeof STAGES;
export const STAGE_KEYS = Object.keys(STAGES) as [Stage, ...Stage[]];

/** The rail on screen: stages every ordinary case passes through. Detours appear when taken. */
export const RAIL: readonly Stage[] = [
  'CLUE', 'VERIFY', 'FILING', 'INVEST', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'LEGAL', 'DEC_APPR', 'DECIDED', 'SERVED', 'CLOSE_APPR', 'CLOSED',
];

/** Where a stage off the straight line stands on the rail: after this stage. In the order in which they follow each other. */
export const DETOURS: readonly { readonly stage: Stage; readonly after: Stage }[] = [
  { stage: 'NOFILE', after: 'VERIFY' },
  { stage: 'SUSP', after: 'INVEST' },
  { stage: 'TERM', after: 'INVEST' },
  { stage: 'WITHDR', after: 'INVEST' },
  { stage: 'TRANSF', after: 'INVEST' },
  { stage: 'NOPEN', after: 'CONCL' },
  { stage: 'DEFENCE', after: 'NOTIFIED' },
  { stage: 'HEAR', after: 'NOTIFIED' },
  { stage: 'COLLECT', after: 'LEGAL' },
  { stage: 'DEFER', after: 'SERVED' },
  { stage: 'OVERDUE', after: 'SERVED' },
  { stage: 'DEMAND', after: 'SERVED' },
  { stage: 'COURT', after: 'SERVED' },
  { stage: 'EXEC_STOP', after: 'SERVED' },
  { stage: 'ARCH', after: 'CLOSED' },
];

/** Nothing more is written in them but what reopens or archives the case. */
export const ENDED_STAGES: readonly Stage[] = ['NOFILE', 'CLOSED', 'ARCH'];

/** Stages in which a decided penalty is being performed; payments are registered here. */
export const PERFORMANCE_STAGES: readonly Stage[] = ['SERVED', 'DEFER', 'OVERDUE', 'DEMAND', 'COURT', 'EXEC_STOP'];

/** Stages in which the 90-day term may be extended: from filing to the decision. */
export const TERM_STAGES: readonly Stage[] = ['INVEST', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'DEFENCE', 'HEAR', 'LEGAL', 'COLLECT', 'DEC_APPR', 'NOPEN'];

export function hasEnded(stage: Stage): boolean {
  return ENDED_STAGES.includes(stage);
}
