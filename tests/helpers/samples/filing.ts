import type { FILING } from '#shared/domain/document/catalogue/filing.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Sample } from './sample.ts';

type Approval = CaseFile['approvals'][number];

/** The one approval the paper rests on, as `sampleCase` writes its own. */
function approvals(event: Approval['event'], from: Approval['from'], to: Approval['to'], opinion: string, at: string): readonly Approval[] {
  return [
    { event: 'assign', from: 'CLUE', to: 'VERIFY', officerId: 'head-1', officerName: '郑队长', opinion: '', at: '2026-03-03T01:00:00Z' },
    { event, from, to, officerId: 'leader-1', officerName: '冯局长', opinion, at },
  ];
}

/** What there was before the case was filed (初步证据). */
const FIRST: CaseFile['evidence'] = [
  {
    id: 'evidence-0', kind: 'audiovisual', title: '2026年3月4日现场核查照片6张', proves: '涉案工程正在进行基坑开挖和桩基施工', takenAt: '2026-03-04T02:00:00Z', takenPlace: '示范家园二期工程现场', takenBy: '赵执法、周协办',
    file: null, addedBy: 'officer-1', addedAt: '2026-03-04T06:00:00Z', withdrawn: null,
  },
  {
    id: 'evidence-1', kind: 'documentary', title: '营业执照复印件1份', proves: '当事人的主体资格', takenAt: '2026-03-05T02:00:00Z', takenPlace: '苏州示例置业有限公司', takenBy: '赵执法、周协办',
    file: null, addedBy: 'officer-1', addedAt: '2026-03-05T06:00:00Z', withdrawn: null,
  },
];

export const FILING_SAMPLES: Readonly<Record<keyof typeof FILING, Sample>> = {
  AYDJ: { values: { informant: '监察支队一大队', informantContact: '0512-00000010', attachments: ['巡查照片6张', '施工许可系统查询截图1份'] } },
  HCQK: {
    values: {
      verifiedFrom: '2026-03-03', verifiedTo: '2026-03-06',
      steps: ['2026年3月3日，查询施工许可管理系统，未查得涉案工程的施工许可信息。', '2026年3月4日，到现场核查，确认正在进行基坑开挖和桩基施工，拍摄照片6张。', '2026年3月5日，调取营业执照，核实当事人主体资格。'],
    },
    file: { evidence: FIRST },
  },
  YCHC: {
    values: {
      done: '已查询施工许可管理系统，完成第一次现场核查，调取了当事人的营业执照。',
      reason: '涉案工程合同价款的证据保管在施工总承包单位的外地总部，调取尚需时日；现场已完成工程量的测量须委托专业机构实施，在原期限内不能完成。',
    },
    file: { verificationExtended: true, approvals: approvals('extend-verification', 'VERIFY', 'VERIFY', '情况属实，同意延长核查期限。', '2026-03-20T02:00:00Z') },
  },
  LASP: { values: {}, file: { evidence: FIRST } },
  BYLA: {
    values: {
      ground: '违法行为轻微并及时改正，没有造成危害后果', reason: '经核查，当事人已于2026年3月2日取得施工许可，擅自施工仅限于搭设临时围挡，已及时改正，没有造成危害后果。', feedback: '无须答复',
    },
    file: { stage: 'NOFILE', approvals: approvals('reject-clue', 'VERIFY', 'NOFILE', '同意不予立案，请做好教育引导。', '2026-03-10T02:00:00Z') },
  },
  BYGZ: {
    values: { recipient: '举报人（投诉人）', to: '吴示例', reason: '反映的工程已依法取得施工许可，开工日期在取得施工许可之后，不存在未取得施工许可证擅自施工的行为' },
    file: { clue: { source: 'complaint', receivedOn: '2026-03-02', subject: '示范家园二期工程未取得施工许可证擅自施工', description: '举报称示范家园二期工程未办理施工许可手续即开始施工。' } },
  },
  CXLA: {
    values: { ground: '同一违法行为已由其他案件办理（一事不二罚）', reason: '经查，同一违法行为已由质安监渠道于2026年3月5日立案调查，两案当事人、行为和时间相同，本案应当撤销，已取得的证据并入该案' },
    file: { stage: 'WITHDR', approvals: approvals('withdraw-case', 'INVEST', 'WITHDR', '同意撤销立案，证据材料移交承办机构。', '2026-03-18T02:00:00Z') },
  },
  YSH: {
    values: { ground: '不属于本机关管辖' },
    file: {
      transfer: {
        kind: 'authority', receivingBody: '苏州市示例综合执法局', ground: '违法行为发生地的行政处罚权已依法由贵单位集中行使', materials: ['线索登记材料原件1份共3页', '现场检查笔录原件1份共4页', '现场照片光盘1张'],
        teamOfficerIds: [], reportedOn: null, decidedAt: null, movedAt: null, receiptEvidenceId: null, outcome: null, outcomeOn: null,
      },
    },
  },
  HBSQ: {
    values: {
      appliedOn: '2026-03-17', person: '周协办', ground: '该执法人员与施工单位项目经理系同学，可能影响公正执法', review: '周协办与施工单位项目经理曾为高中同学，施工单位不是本案当事人，但其系本案的重要证人，存在可能影响公正执法的关系',
      decision: '准予回避',
    },
  },
};
