/**
 * Stages (环节) of a case on the main line of the ordinary procedure, in the order of the rail.
 * Source: domain notes §1.4. Side lines (hearing, court enforcement, transfer …) are added with their own tables.
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
  LEGAL: '法制审核',
  COLLECT: '集体讨论',
  DEC_APPR: '决定审批',
  DECIDED: '决定待送达',
  SERVED: '履行期',
  CLOSE_APPR: '结案审批',
  CLOSED: '已结案',
  NOFILE: '不予立案',
} as const;
export type Stage = keyof typeof STAGES;
export const STAGE_KEYS = Object.keys(STAGES) as [Stage, ...Stage[]];

/** The rail on screen: stages every ordinary case passes through. Detours (SUSP, DEFENCE, COLLECT, NOFILE) appear when taken. */
export const RAIL: readonly Stage[] = [
  'CLUE', 'VERIFY', 'FILING', 'INVEST', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'LEGAL', 'DEC_APPR', 'DECIDED', 'SERVED', 'CLOSE_APPR', 'CLOSED',
];
