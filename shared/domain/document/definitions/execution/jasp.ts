import type { CaseFile, Penalty } from '../../../case-file/case-file.ts';
import { SERVICE_METHODS } from '../../../case-file/case-file.ts';
import { NO_PENALTY_GROUNDS, REMEDY_RESULTS } from '../../../case-file/side-lines.ts';
import type { DocumentContext, DocumentDefinition } from '../../definition.ts';
import { JASP_WORDING } from '../../wording/jasp.ts';
import { approvalForm, caseRows, officerRow, pair, wide } from '../parts/approval-form.ts';
import { correctionState } from '../parts/correction.ts';
import { longDate } from '../parts/dates.ts';
import { decisionFacts, decisionOf, duesFacts, sum } from '../parts/decided.ts';
import { ticks } from '../parts/draw.ts';
import { money, penaltySentence } from '../parts/penalty.ts';
import { orNone, record, strings, text } from '../parts/read.ts';

const CLOSING_GROUNDS = ['行政处罚决定履行完毕', '人民法院裁定终结执行', '不予行政处罚', '终止调查', '撤销立案', '案件移送', '其他'];

function facts(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  return {
    ...decisionFacts(context),
    ...duesFacts(context),
    filedOn: file.filedOn ?? '',
    groundOn: file.closingGroundOn ?? '',
    ground: groundOf(file),
    service: serviceText(file),
    payments: file.payments.map((payment) => `${longDate(payment.paidOn)}缴纳${money(payment.amountFen)}（票据号：${payment.receiptNo || '／'}）`),
    correctionState: correctionState(file),
    remedy: remedyText(file),
    enforcement: enforcementText(file),
    outcome: file.noPenaltyGround === undefined ? '' : `不予行政处罚（${NO_PENALTY_GROUNDS[file.noPenaltyGround]}）`,
  };
}

/** The ground by what became of the case; where several fit, the officer chooses. */
function groundOf(file: CaseFile): string {
  if (file.transfer?.outcome === 'accepted') return '案件移送';
  if (file.noPenaltyGround !== undefined) return '不予行政处罚';
  if (file.court?.endedOn) return '人民法院裁定终结执行';
  if (file.approvals.some((approval) => approval.event === 'terminate')) return '终止调查';
  if (file.approvals.some((approval) => approval.event === 'withdraw-case')) return '撤销立案';
  return file.servedOn === null ? '' : '行政处罚决定履行完毕';
}

function serviceText(file: CaseFile): string {
  const decision = decisionOf(file);
  const service = file.services.findLast((entry) => entry.documentId === decision?.id);
  if (file.servedOn === null) return '';
  return `${longDate(file.servedOn)}${service === undefined ? '' : `，${SERVICE_METHODS[service.method]}，收件人${service.recipient || '／'}`}`;
}

function remedyText(file: CaseFile): string {
  return (file.remedies ?? []).map((remedy) => {
    const result = remedy.result === null ? '尚未审结' : `结果：${REMEDY_RESULTS[remedy.result]}`;
    return `${longDate(remedy.acceptedOn)}${remedy.kind === 'reconsideration' ? '行政复议' : '行政诉讼'}，${remedy.organ}受理，${result}`;
  }).join('\n');
}

function enforcementText(file: CaseFile): string {
  const { court } = file;
  if (court === undefined) return '';
  const ruled = court.ruledOn === null ? '' : `，${longDate(court.ruledOn)}裁定${court.ruling === 'granted' ? '准予' : '不准予'}强制执行`;
  const ended = court.endedOn === null ? '' : `，${longDate(court.endedOn)}${court.endGround || '终结执行'}`;
  return `${longDate(court.appliedOn)}向${court.court}申请强制执行${ruled}${ended}`;
}

export const JASP: DocumentDefinition = approvalForm({
  code: 'JASP',
  wording: JASP_WORDING,
  point: () => 'closing',
  facts,
  rows: (data) => {
    const ground = text(data, 'ground');
    const outcome = text(data, 'outcome') || penaltySentence(record<Penalty>(data, 'penalty'));
    return [
      ...caseRows(data),
      officerRow(data),
      pair('立案日期', longDate(text(data, 'filedOn')), '决定日期', longDate(text(data, 'decidedOn'))),
      wide('决定书文号', text(data, 'decisionNo')),
      wide('处理结果', outcome),
      wide('送达情况', text(data, 'service')),
      wide('责令改正和\n复查情况', orNone(text(data, 'correctionState'))),
      wide('缴款情况', orNone(strings(data, 'payments').join('\n'))),
      pair('加处罚款', sum(data, 'surchargeTotalFen'), '尚未缴纳', sum(data, 'openFen')),
      wide('复议、诉讼\n情况', orNone(text(data, 'remedy'))),
      wide('强制执行\n情况', orNone(text(data, 'enforcement'))),
      wide('结案事由', ticks(CLOSING_GROUNDS, ground === '' ? [] : [ground], 2)),
      wide('事由发生\n日期', longDate(text(data, 'groundOn'))),
      wide('需要说明\n的情况', orNone(text(data, 'note'))),
    ];
  },
  opinions: [
    { key: 'officerOpinion', title: '承办人意见', events: ['propose-closing'], usual: 'officerOpinion' },
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'officerOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['approve-closing'], usual: 'leaderOpinion' },
  ],
  fields: [
    { key: 'ground', label: '结案事由', kind: 'choice', required: true, filledFrom: 'case', choices: CLOSING_GROUNDS },
    { key: 'groundOn', label: '事由发生日期', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'note', label: '需要说明的情况', kind: 'long-text', required: false, filledFrom: 'none' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '承办人、协办人' }],
});
