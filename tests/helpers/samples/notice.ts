import type { NOTICE } from '#shared/domain/document/catalogue/notice.ts';
import type { ServiceRecord } from '#shared/domain/case-file/case-file.ts';
import { DEFENCE_APPROVALS, HEARING, NOTICE_APPROVALS } from './measures.ts';
import { ID_NUMBER } from './parties.ts';
import type { Sample } from './sample.ts';

/** The notice of `sampleCase`, served. */
const NOTICE_SERVED: ServiceRecord = {
  id: 'service-0', documentId: 'document-GZS', method: 'direct', servedAt: '2026-03-30T10:00', place: '江苏省苏州市姑苏区样板路100号2幢1203室', recipient: '钱示例',
  recipientRelation: '法定代表人', serverIds: ['officer-1', 'officer-2'], refusalReason: '', witness: '',
};
const DEFENCE = {
  receivedOn: '2026-04-01', content: '对违法事实没有异议。施工许可手续已在办理，检查当日即停止施工，请求从轻处罚。', reviewOpinion: '当事人停止施工、配合调查的情节属实，已在裁量时考虑；拟处罚数额在裁量基准以内。', adopted: false,
};

export const NOTICE_SAMPLES: Readonly<Record<keyof typeof NOTICE, Sample>> = {
  GZSP: { values: {}, file: { approvals: NOTICE_APPROVALS }, today: '2026-03-26' },
  GZS: { values: {} },
  TZGZ: { values: {}, today: '2026-03-27' },
  SSBL: {
    values: { startAt: '2026-04-01T09:30', endAt: '2026-04-01T10:10', place: '监察支队一大队询问室', idNumber: ID_NUMBER, submitted: ['停工通知1份1页', '施工许可申请受理通知书复印件1份1页'], hearingWish: '不要求听证' },
    file: { defence: DEFENCE, services: [NOTICE_SERVED] },
  },
  FQSM: { values: {}, file: { services: [NOTICE_SERVED] }, today: '2026-04-01' },
  SSFH: {
    values: {
      form: '口头', result: '维持拟作出的行政处罚', submitted: ['停工通知1份', '施工许可申请受理通知书复印件1份'],
      points: ['检查当日即停止施工，请求从轻处罚｜不采纳｜停止施工、配合调查的情节属实，已在裁量时考虑，拟处罚数额属于一般档次，不再重复从轻。', '施工许可手续正在办理｜不采纳｜受理通知书表明申请提交于检查之后，开工时未取得施工许可证的事实成立。'],
    },
    file: { defence: DEFENCE, services: [NOTICE_SERVED], approvals: DEFENCE_APPROVALS }, today: '2026-04-07',
  },
  TZSL: { values: {}, file: { hearing: HEARING, services: [NOTICE_SERVED] }, today: '2026-04-03' },
  TZBS: { values: {}, file: { hearing: { ...HEARING, requestedOn: '2026-04-14', accepted: false, refusalReason: '超过自收到告知书之日起五个工作日的期限提出，且没有正当理由' }, services: [NOTICE_SERVED] }, today: '2026-04-15' },
  TZTZ: { values: {}, file: { hearing: { ...HEARING, noticeServedOn: null, report: null }, services: [NOTICE_SERVED] }, today: '2026-04-08' },
  TZGG: { values: { registerBy: '2026-04-17', seats: '20人' }, file: { hearing: HEARING }, today: '2026-04-08' },
  TZBL: {
    values: {
      endAt: '2026-04-20T11:05', agents: ['吴代理，江苏示例律师事务所律师，特别授权'], recusalAnswer: '听清楚了，不申请回避。',
      defence: '对未取得施工许可证擅自施工的事实没有异议。当事人系初次违法，检查当日即停工，没有造成危害后果，请求在法定幅度内按最低比例处罚。',
      examination: ['调查人员出示现场检查笔录和现场照片。当事人：真实性、合法性、关联性均无异议。', '调查人员出示施工总承包合同。当事人：真实性无异议，认为合同价款包含尚未施工的内容。', '当事人出示停工通知和施工许可申请受理通知书。调查人员：真实性无异议，受理日期在检查之后，不能证明开工时已取得许可。'],
      debate: '当事人认为罚款基数应当以已完成工程量计算。调查人员认为依照《建设工程质量管理条例》第五十七条，罚款以工程合同价款为基数，且裁量已考虑上述情节。',
      officerClosing: '坚持处罚建议。', partyClosing: '请求从轻处罚。',
    },
    file: { hearing: HEARING, services: [NOTICE_SERVED] },
  },
  TZBG: {
    values: {
      partySide: '当事人对违法事实没有异议，认为系初次违法、当日停工、没有造成危害后果，请求按最低比例处罚；并认为罚款基数应当以已完成工程量计算。',
      examination: '调查人员出示的四项证据，当事人对真实性均无异议。当事人出示的停工通知和受理通知书，调查人员对真实性无异议，但不能证明开工时已取得施工许可证。',
      adviceDetail: '当事人关于罚款基数的意见没有法律依据，不予采纳。',
    },
    file: { hearing: HEARING, services: [NOTICE_SERVED] }, today: '2026-04-21',
  },
};
