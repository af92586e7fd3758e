import type { CaseEvent } from '#shared/domain/procedure/events.ts';

/** Steps that cannot be taken back, with what follows from them. */
const CONSEQUENCES: Partial<Readonly<Record<CaseEvent, string>>> = {
  'reject-clue': '案件到此结束，不再办理。',
  'refuse-filing': '案件到此结束，不再办理。',
  'approve-filing': '案件正式立案：由服务器给出案号，九十日的办案期限自今日次日起算。',
  'summary-penalty': '适用简易程序当场处罚：登记后制作、签发《当场行政处罚决定书》，当场交付当事人，并在三个工作日内报备。',
  'withdraw-summary': '案件回到线索登记，可以改正后再次当场处罚，或者指派承办人按普通程序办理。',
  'approve-notice': '批准后处罚内容不能再改，可以签发行政处罚意见告知书。',
  'waive-defence': '登记后，陈述、申辩期提前结束。',
  'close-defence': '结束陈述、申辩期，案件送法制审核。',
  'request-hearing': '登记后案件转入听证，听证期间不计入办案期限；听证结束前不能作出处罚决定。',
  'accept-hearing': '受理后由主持人确定时间、地点，听证通知书应当在举行的七个工作日前送达。',
  'refuse-hearing': '不予受理的，案件回到陈述申辩环节，听证期间到此为止。',
  'report-hearing': '提交后，案件按听证意见进入下一环节。',
  'approve-decision': '批准后处罚内容即为最后决定，可以签发行政处罚决定书。',
  'approve-no-penalty': '批准后可以签发《不予行政处罚决定书》。',
  'approve-transfer': '决定移送后，应当在二十四小时内将案卷材料移交受移送机关；移送期间办案期限中止。',
  'transfer-authority': '案件移送其他机关，移送期间办案期限中止。',
  terminate: '调查到此终止，之后只能提请结案。',
  'withdraw-case': '撤销立案后，只能提请结案。',
  'approve-deferral': '批准后按计划缴纳；按期缴纳的不加处罚款。',
  'mark-overdue': '自缴款期限届满次日起，每日按罚款数额的百分之三加处罚款，加处数额不超过罚款本数。',
  'approve-demand': '批准后制作、签发、送达《催告书》；送达满十个工作日仍不履行的，可以申请人民法院强制执行。',
  'end-execution': '终结执行后不再催缴，之后只能提请结案。',
  'change-decision': '原决定保留在案卷中；变更、撤销后须制作《行政处罚决定变更（撤销）决定书》。',
  'approve-closing': '案件办结，此后只能查阅，不能再修改。',
  archive: '归档后案卷由档案管理，不能再修改。',
  reopen: '案件退回调查取证，开始新的一轮办理，原告知、决定保留在案卷中。',
  'sign-approval': '签署后案件转给审批路线的下一节点；不同意的，请退回并写明需要补正的内容。',
  renotify: '原告知作废，须重新审批、重新告知，陈述、申辩期重新起算。',
  'return-review-investigation': '案件退回调查取证，原告知作废，须重新告知。',
  'return-review-notice': '案件退回告知审批，原告知作废，须重新告知。',
};

export function consequenceOf(event: CaseEvent): string {
  return CONSEQUENCES[event] ?? '';
}
