import { placesOf } from '#shared/domain/document/wording/check.ts';

/** What the case fills into a place, as an officer calls it. */
const PLACE_LABELS: Readonly<Record<string, string>> = {
  you: '对当事人的称呼', we: '当事人自称', party: '当事人', person: '联系人或者有关人员', address: '地址', phone: '电话', postcode: '邮政编码', basis: '法律依据', breached: '违反的条款', reason: '理由', ground: '理由', cause: '案由',
  measure: '措施名称', no: '文号', docNo: '文号', name: '文书或者事项名称', kind: '种类', caseNo: '案号', caseTitle: '案件名称', title: '案件名称', place: '地点', decidedOn: '决定日期', organ: '复议机关', court: '人民法院', amount: '金额',
  from: '起始日期', to: '截止日期或者收文人', officers: '执法人员', count: '数量', content: '内容', items: '事项', item: '事项', noticeOn: '告知日期', notice: '告知书', noticeNo: '告知书文号', startedOn: '开始日期', dueOn: '截止日期',
  subject: '对象', on: '计算日期', servedOn: '送达日期', role: '身份', host: '听证主持人', recorder: '记录员', heldOn: '举行日期', heldAt: '举行时间', source: '案件来源', bank: '代收银行', payee: '收款户名', account: '收款账号',
  appliedOn: '申请日期', requestedOn: '提出日期', filedOn: '立案日期', receivedOn: '收到日期', opinion: '意见', where: '缴款地点', days: '天数', matter: '事项', result: '结果', code: '编号', cap: '限额', power: '权力依据', keeper: '保管人',
  defence: '陈述申辩意见', project: '工程', scope: '范围', decisionNo: '决定书文号', paid: '已缴金额', unpaid: '未缴金额', surcharge: '加处罚款', time: '时间', facts: '事实', answer: '答复', toldOn: '告知日期', openness: '是否公开', public: '是否公开',
  authority: '本机关名称', endedOn: '终结日期', settled: '处理方式', education: '教育内容', issuedOn: '签发日期', defendedOn: '申辩日期', what: '款项名称', copies: '份数', conclusion: '结论', method: '方式', at: '时间', penalty: '处罚内容',
  article: '条款', who: '被通知人', askAt: '询问时间', found: '查明情况', acts: '行为', receiver: '接收单位', storage: '存储介质', stoppedOn: '停工日期', stopNo: '停工通知文号', recheckedOn: '复查日期', recheckOn: '复查日期', recheckNo: '复查记录',
  rights: '权利', publishedOn: '公告日期', publishOn: '公开日期', applicant: '申请人', review: '审查意见', releasedOn: '解除日期', fine: '罚款', base: '计算基数', daily: '每日金额', checkClass: '检查类别', checkCode: '检查码', helpers: '协助人员',
  institution: '鉴定机构', qualification: '资质', checkedOn: '检查日期', next: '后续处理', hosts: '主持人', attendees: '参加人', replyBy: '答复期限', promise: '承诺', places: '公示平台', period: '公示期限', channel: '办理渠道', approvedOn: '批准日期',
  remedy: '救济情况', demandedOn: '催告日期', demandNo: '催告书文号', registerBy: '登记期限', seats: '席位数', papers: '材料', firstDue: '原期限', body: '单位', reduced: '减免情况', measures: '措施',
};

/** The places of a text by what they are called on screen; two of one name are told apart by a number. */
export function labelsOf(builtIn: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const place of placesOf(builtIn)) {
    const label = PLACE_LABELS[place] ?? place;
    const same = [...labels.keys()].filter((other) => (PLACE_LABELS[other] ?? other) === label).length;
    labels.set(place, same === 0 ? label : `${label}${same + 1}`);
  }
  return labels;
}

/** `{cause}` as it is kept, `{案由}` as it is read. */
export function inWords(text: string, labels: ReadonlyMap<string, string>): string {
  return text.replace(/\{(\w+)\}/gu, (mark, place: string) => (labels.has(place) ? `{${labels.get(place)}}` : mark));
}

/** The other way round; what names no place stays, and is refused as such. */
export function inPlaces(text: string, labels: ReadonlyMap<string, string>): string {
  const places = new Map([...labels].map(([place, label]) => [label, place]));
  return text.replace(/\{([^{}]+)\}/gu, (mark, label: string) => (places.has(label) ? `{${places.get(label)}}` : mark));
}
