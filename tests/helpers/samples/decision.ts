import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DECISION } from '#shared/domain/document/catalogue/decision.ts';
import { DECIDED, issued } from './decided.ts';
import type { Sample } from './sample.ts';

const CRIME: Partial<CaseFile> = {
  transfer: {
    kind: 'police', receivingBody: '苏州市公安局', ground: '当事人在施工过程中违反安全管理规定，造成一人死亡的后果，其行为涉嫌重大责任事故罪',
    materials: ['涉嫌犯罪案件情况的调查报告', '涉案物品清单', '桩基工程检测报告', '现场检查笔录、询问笔录和现场照片'], teamOfficerIds: ['officer-1', 'officer-2'], reportedOn: '2026-04-16',
    decidedAt: '2026-04-17T16:30', movedAt: null, receiptEvidenceId: null, outcome: null, outcomeOn: null,
  },
  measures: [{
    id: 'measure-1', kind: 'preservation', reason: '可能灭失', powerClause: '', place: '示范家园二期工程现场', keeper: '何示范', approvedOn: '2026-03-12', startedOn: '2026-03-12', extendedDays: 0, settledOn: null, outcome: null,
    items: [{ name: '施工日志', spec: '2026年2月至3月', quantity: '2本', condition: '完好' }, { name: '旋挖钻机操作记录仪', spec: 'DEMO-1000', quantity: '1台', condition: '完好，已封存' }],
  }],
  documents: [issued('YSSX', '苏住建监刑移字〔2026〕第1号', '2026-04-18T01:00:00Z')],
};

export const DECISION_SAMPLES: Readonly<Record<keyof typeof DECISION, Sample>> = {
  FZSH: { values: {} },
  JTTL: {
    values: {
      startAt: '2026-04-17T09:00', endAt: '2026-04-17T09:50', place: '局机关四楼会议室', host: '冯局长', recorder: '卫书记员', observers: '王法审',
      opinions: ['陈副局长：违法事实清楚，证据充分，同意承办机构的处理意见', '褚处长：裁量档次适用适当，同意承办机构的处理意见', '冯局长：同意'], vote: '应到三人，实到三人；同意三人，不同意〇人，弃权〇人',
    },
  },
  CFSP: { values: {} },
  DCCF: {
    values: {
      facts: '2026年4月20日，执法人员在示范家园二期工程检查时发现，当事人未在施工现场公示施工许可证。', breached: '《建筑工程施工许可管理办法》第十三条第一款', basis: '《建筑工程施工许可管理办法》第十五条', defence: '没有意见，接受处罚。',
    },
    file: {
      procedure: 'summary', cause: '未按规定公示施工许可证', proposed: { kinds: ['warning', 'fine'], fineFen: 20_000, confiscationFen: 0, otherItems: ['责令立即公示施工许可证'] }, notified: null, decided: null,
      evidence: [], summary: { decidedAt: '2026-04-20T10:25', place: '示范家园二期工程现场', defenceHeard: '没有意见', collection: 'bank', spotGround: '', handedInOn: null, reportedOn: null },
    },
  },
  CFJD: { values: {} },
  BYCF: { values: { education: '当事人应当自觉遵守建筑施工许可管理规定，今后开工前依法办理施工许可手续，避免再次发生类似违法行为' }, file: { noPenaltyGround: 'first-slight' } },
  JZGZ: { values: {}, file: DECIDED },
  YSSX: { values: {}, file: CRIME },
  YSSP: { values: {}, file: CRIME },
  YSQD: { values: {}, file: CRIME },
  YSHZ: { values: {}, file: CRIME },
  BGCX: {
    values: { reason: '经复核，原决定认定的工程合同价款包含不属于本案工程的附属工程价款，据以计算的罚款数额有误', newContent: ['罚款人民币壹拾捌万元整（¥180,000.00）'], settled: '当事人已缴纳的罚款超出变更后数额的部分，本机关依法退还' }, file: DECIDED, today: '2026-05-20',
  },
  BZTZ: { values: { slips: ['第2页第3段｜桩基36跟｜桩基36根', '第3页第1段｜2025年3月12日｜2026年3月12日'] }, file: DECIDED, today: '2026-04-27' },
};
