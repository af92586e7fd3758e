import type { Party } from '../../../party/party.ts';
import { JCSP_WORDING } from '../../wording/jcsp.ts';
import { approvalForm, officerRow, pair, signedRow, wide } from '../parts/approval-form.ts';
import { longDate } from '../parts/dates.ts';
import { numberedLines, ticks } from '../parts/draw.ts';
import { partyRows } from '../parts/party.ts';
import { record, strings, text } from '../parts/read.ts';
import { CHECK_CLASSES, checkBasis } from './check.ts';

const URGENCY = ['否', '是，检查后补办审批'];

export const JCSP = approvalForm({
  code: 'JCSP',
  wording: JCSP_WORDING,
  fields: [
    { key: 'checkClass', label: '检查类别', kind: 'choice', required: true, filledFrom: 'case', choices: CHECK_CLASSES },
    { key: 'taskSource', label: '任务来源', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'checkBasis', label: '检查依据', kind: 'long-text', required: true, filledFrom: 'case', help: '法律名称用全称，写明条、款、项。' },
    { key: 'items', label: '检查事项', kind: 'lines', required: true, filledFrom: 'none', help: '应当在已公布的行政检查事项范围内。' },
    { key: 'method', label: '检查方式', kind: 'choice', required: true, filledFrom: 'none', choices: ['现场检查', '书面检查', '非现场检查（数据比对、视频）'] },
    { key: 'plannedOn', label: '拟检查日期', kind: 'date', required: true, filledFrom: 'none' },
    { key: 'place', label: '检查地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'helpers', label: '协助人员', kind: 'text', required: false, filledFrom: 'none', help: '写明姓名、单位；人数应事先确定。' },
    { key: 'count', label: '本年度已检查次数', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'cap', label: '年度检查频次上限', kind: 'text', required: true, filledFrom: 'none', help: '按本机关公布的上限填写；没有上限的写明“不限（投诉举报、转办交办、数据监测等线索）”。' },
    { key: 'urgent', label: '情况紧急，先行检查', kind: 'choice', required: true, filledFrom: 'case', choices: URGENCY },
    { key: 'reason', label: '检查理由', kind: 'long-text', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'party', label: '检查对象' }, { key: 'officers', label: '检查人员' }],
  facts: ({ file, settings }, texts) => ({
    checkClass: file.clue.source === 'random' ? '双随机抽查' : '个案检查', taskSource: file.clue.subject,
    checkBasis: checkBasis(settings, file.channel), place: file.project === null ? (file.party?.address ?? '') : `${file.project.name}（${file.project.address}）`, urgent: URGENCY[0], reason: texts.officerOpinion,
  }),
  rows: (data) => [
    pair('检查类别', text(data, 'checkClass'), '办案渠道', text(data, 'channel')),
    wide('任务来源', text(data, 'taskSource')),
    ...partyRows(record<Party>(data, 'party')),
    wide('检查依据', text(data, 'checkBasis')),
    wide('检查事项', numberedLines(strings(data, 'items'))),
    pair('检查方式', text(data, 'method'), '拟检查日期', longDate(text(data, 'plannedOn'))),
    wide('检查地点', text(data, 'place')),
    officerRow(data, '检查人员'),
    wide('协助人员', text(data, 'helpers')),
    pair('本年度已\n检查次数', text(data, 'count'), '年度频次上限', text(data, 'cap')),
    wide('情况紧急\n先行检查', ticks(URGENCY, [text(data, 'urgent')], 2)),
    signedRow('承办人意见', text(data, 'reason'), 18),
  ],
  opinionHeight: 19,
  opinions: [
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: [], usual: 'leaderOpinion' },
  ],
});
