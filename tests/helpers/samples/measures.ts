import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Exclusion, Hearing, Measure } from '#shared/domain/case-file/side-lines.ts';

/** Side lines of `sampleCase`, all within its dates. People and things are invented. */
const ITEMS = [
  { name: '示范家园二期施工日志', spec: '2026年2月至3月，纸质', quantity: '1册', condition: '完好，共86页' },
  { name: '桩基施工记录表', spec: '编号ZJ-001至ZJ-036', quantity: '36份', condition: '完好' },
  { name: '钢筋原材料进场验收记录', spec: '2026年2月', quantity: '4份', condition: '其中1份边角破损' },
];

export const PRESERVED: Measure = {
  id: 'measure-1', kind: 'preservation', reason: '施工现场原始记录由项目部自行保管，存在被修改、销毁的可能，以后难以取得', powerClause: '', items: ITEMS,
  place: '示范家园二期工程项目部资料室', keeper: '监察支队一大队', approvedOn: '2026-03-12', startedOn: '2026-03-12', extendedDays: 0, settledOn: null, outcome: null,
};

export const SEALED: Measure = {
  id: 'measure-2', kind: 'sealing', reason: '施工现场正在使用的塔式起重机未经验收，存在重大事故隐患', powerClause: '《中华人民共和国安全生产法》第六十五条第一款第（四）项',
  items: [{ name: '塔式起重机', spec: '示例QTZ80，出厂编号SL2025-0001', quantity: '1台', condition: '停用，电源已切断' }, { name: '塔式起重机配电箱', spec: '编号DX-03', quantity: '1只', condition: '完好，已上锁' }],
  place: '示范家园二期工程3号楼北侧', keeper: '当事人', approvedOn: '2026-03-12', startedOn: '2026-03-12', extendedDays: 0, settledOn: null, outcome: null,
};

export const APPRAISAL: Exclusion = { kind: 'test', from: '2026-03-16', to: '2026-03-26' };

export const HEARING: Hearing = {
  requestedOn: '2026-04-02', requestEvidenceId: null, accepted: true, refusalReason: '', hostId: 'reviewer-1', hostName: '王法审', recorderName: '沈记录',
  noticeServedOn: '2026-04-08', heldAt: '2026-04-20T09:30', place: '苏州市住房和城乡建设局二楼听证室', public: true, partyAbsent: false,
  report: { reportedOn: '2026-04-21', findings: '经听证，当事人对未取得施工许可证擅自施工的事实没有异议，仅对罚款数额提出意见。调查人员出示的证据来源合法，能够相互印证；裁量已经考虑当事人主动停工和初次违法的情节。', advice: 'uphold' },
};

type Approval = CaseFile['approvals'][number];

/** One opinion of the sample bureau. */
function approval(event: Approval['event'], stage: Approval['from'], officerId: string, officerName: string, opinion: string, at: string): Approval {
  return { event, from: stage, to: stage, officerId, officerName, opinion, at };
}

export const MEASURE_APPROVALS: readonly Approval[] = [
  approval('propose-measure', 'INVEST', 'officer-1', '赵执法', '', '2026-03-12T03:00:00Z'),
  approval('approve-measure', 'INVEST', 'leader-1', '冯局长', '', '2026-03-12T04:00:00Z'),
];
export const STOP_APPROVALS: readonly Approval[] = [approval('resume', 'SUSP', 'leader-1', '冯局长', '中止的原因已消除，同意恢复调查。', '2026-03-27T02:00:00Z')];
export const EXTENSION_APPROVALS: readonly Approval[] = [approval('extend-case', 'INVEST', 'leader-1', '冯局长', '情况属实，同意延长三十日。', '2026-04-20T02:00:00Z')];
export const NOTICE_APPROVALS: readonly Approval[] = [
  approval('submit-report', 'INVEST', 'officer-1', '赵执法', '', '2026-03-20T02:00:00Z'),
  approval('approve-report', 'CONCL', 'head-1', '郑队长', '', '2026-03-23T02:00:00Z'),
  approval('approve-notice', 'NOTICE_APPR', 'leader-1', '冯局长', '', '2026-03-26T02:00:00Z'),
];
export const DEFENCE_APPROVALS: readonly Approval[] = [approval('review-defence', 'DEFENCE', 'officer-1', '赵执法', '', '2026-04-07T02:00:00Z')];
