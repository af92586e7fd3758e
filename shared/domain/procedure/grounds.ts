/** Conditions of filing (domain notes §1.3, 2). */
export const FILING_CONDITIONS = {
  evidence: '有初步证据证明存在违法行为',
  jurisdiction: '属于本机关管辖',
  limitation: '未超过行政处罚追责时效',
} as const;

/** Grounds of suspension (domain notes §1.9). */
export const SUSPENSION_GROUNDS = {
  A: '须以另一案件的裁判或者行政决定为依据',
  B: '法律适用问题需送请有权机关解释或者确认',
  C: '因不可抗力致使调查暂时无法进行',
  D: '当事人下落不明',
  E: '其他应当中止调查的情形',
} as const;

/** Grounds of not filing. */
export const REJECTION_GROUNDS = {
  'no-violation': '违法事实不成立',
  jurisdiction: '不属于本机关管辖',
  limitation: '已超过追责时效',
  minor: '违法行为轻微并及时改正，没有造成危害后果',
  other: '其他不予立案的情形',
} as const;

/** Grounds of ending the investigation for good (domain notes §1.9). */
export const TERMINATION_GROUNDS = {
  died: '当事人死亡，无法继续调查',
  dissolved: '当事人终止且无权利义务承受人，无法继续调查',
  limitation: '已超过追责时效',
  unproven: '违法事实无法查清',
  other: '其他应当终止调查的情形',
} as const;

/** Grounds of withdrawing the filing (domain notes §1.9). */
export const WITHDRAWAL_GROUNDS = {
  error: '立案有误',
  'no-case': '经查明没有违法事实',
  duplicate: '同一违法行为已由其他案件办理（一事不二罚）',
  jurisdiction: '不属于本机关管辖',
} as const;

/** Grounds of collecting a fine on the spot (Administrative Penalty Law, art. 68, 69). */
export const SPOT_GROUNDS = {
  small: '罚款一百元以下',
  'hard-later': '不当场收缴事后难以执行',
  remote: '边远、水上、交通不便地区，当事人要求当场缴纳',
} as const;

/** Why the execution by the court ended (Administrative Coercion Law, art. 40). */
export const EXECUTION_END_GROUNDS = {
  done: '执行完毕',
  died: '公民死亡，无遗产可供执行，又无义务承受人',
  dissolved: '法人或者其他组织终止，无财产可供执行，又无义务承受人',
  revoked: '据以执行的行政决定被撤销',
  denied: '人民法院裁定不予执行',
  other: '其他应当终结执行的情形',
} as const;

/** On whose account a closed case is taken up again (domain notes §1.4). */
export const REOPENING_GROUNDS = {
  supervision: '行政执法监督机关决定重新办理',
  superior: '上级机关责令重新办理',
  court: '人民法院裁判',
  reconsideration: '行政复议决定',
  // Administrative Penalty Law, art. 27(1): no criminal liability, but a penalty is due.
  returned: '司法机关移送，应当给予行政处罚（行政处罚法第二十七条第一款）',
} as const;

/** What becomes of a decision that the authority itself corrects (Administrative Penalty Law, art. 75). */
export const REVISION_KINDS = { changed: '变更', revoked: '撤销', redo: '撤销并重新作出' } as const;

/** 裁定 (Administrative Coercion Law, art. 57, 58). */
export const RULINGS = { granted: '准予执行', denied: '不予执行' } as const;
