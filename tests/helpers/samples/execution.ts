import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { EXECUTION } from '#shared/domain/document/catalogue/execution.ts';
import { DECIDED, issued, OVERDUE } from './decided.ts';
import type { Sample } from './sample.ts';

const PLAN = [{ dueOn: '2026-06-30', amountFen: 6_400_000 }, { dueOn: '2026-07-31', amountFen: 6_400_000 }, { dueOn: '2026-08-31', amountFen: 6_400_000 }];

const APPLIED: Partial<CaseFile> = {
  ...DECIDED, deferral: { kind: 'instalments', appliedOn: '2026-04-29', reason: '当事人受市场影响，近一年连续亏损，流动资金紧张，账面资金不足以一次缴清罚款，附经审计的财务报表和银行对账单', approvedOn: '2026-05-06', plan: PLAN },
};

const DEMANDED: Partial<CaseFile> = {
  ...OVERDUE, stage: 'DEMAND', demands: [{ documentId: 'document-CGS', servedOn: '2026-10-26' }], documents: [...(OVERDUE.documents ?? []), issued('CGS', '苏住建监催字〔2026〕第1号', '2026-10-23T02:00:00Z')],
};

export const EXECUTION_SAMPLES: Readonly<Record<keyof typeof EXECUTION, Sample>> = {
  SDHZ: { values: {} },
  SDQR: { values: { consent: '同意电子送达', mail: 'service@example.com', backup: '周样本，0512-00000003', servicePostcode: '215000' }, today: '2026-03-12' },
  GGSD: { values: { reason: '你单位已搬离登记的住所，本机关采用直接送达、邮寄送达方式均无法送达' }, file: { ...DECIDED, servedOn: null }, today: '2026-04-30' },
  YQFQ: { values: { proof: '经审计的2025年度财务报表、近六个月银行对账单' }, file: APPLIED, today: '2026-04-29' },
  YQSPB: { values: { proof: '经审计的2025年度财务报表、近六个月银行对账单' }, file: APPLIED, today: '2026-05-06' },
  YQPZ: { values: {}, file: APPLIED, today: '2026-05-06' },
  JCFK: { values: {}, file: OVERDUE, today: '2026-05-12' },
  CGS: { values: {}, file: OVERDUE, today: '2026-10-26' },
  QZZX: {
    values: { court: '示例市人民法院', answer: '未提出意见', targets: '被申请人在示例银行苏州分行开立有基本存款账户' },
    file: { ...DEMANDED, court: { court: '示例市人民法院', appliedOn: '2026-11-12', acceptedOn: null, ruledOn: null, ruling: null, stoppedOn: null, endedOn: null, endGround: '' } }, today: '2026-11-12',
  },
  ZXXY: {
    values: { measures: '自行补办施工许可手续，并按期足额缴纳罚款' },
    file: { ...OVERDUE, agreement: { signedOn: '2026-06-01', plan: PLAN, surchargeReducedFen: 7_200_000 } }, today: '2026-06-01',
  },
  FMPJ: {
    values: {}, file: { ...DECIDED, payments: [{ id: 'payment-1', paidOn: '2026-04-30', amountFen: 10_000_000, receiptNo: 'DEMO-0000000001' }, { id: 'payment-2', paidOn: '2026-05-06', amountFen: 9_200_000, receiptNo: 'DEMO-0000000002' }] }, today: '2026-05-08',
  },
  JASP: {
    values: {},
    file: { ...DECIDED, stage: 'CLOSED', payments: [{ id: 'payment-1', paidOn: '2026-05-06', amountFen: 19_200_000, receiptNo: 'DEMO-0000000001' }], closingGroundOn: '2026-05-06', closedOn: '2026-05-15' }, today: '2026-05-15',
  },
  ZDBA: { values: { filingBody: '示例备案机关', filingBasis: '本地重大行政处罚决定备案的规定' }, file: DECIDED, today: '2026-04-30' },
};
