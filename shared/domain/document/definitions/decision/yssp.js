import { YSSP_WORDING } from '../../wording/yssp.ts';
import { fillIn } from '../../wording/wording.ts';
import { approvalForm, caseRows, officerRow, pair, wide } from '../parts/approval-form.ts';
import { longDate, longMinute } from '../parts/dates.ts';
import { cell, numberedLines, row } from '../parts/draw.ts';
import { withCertificates } from '../parts/officers.ts';
import { list, orNone, strings, struck, text } from '../parts/read.ts';
import { crimeFacts } from './crime.ts';
export const YSSP = approvalForm({
    code: 'YSSP',
    wording: YSSP_WORDING,
    facts: (context, texts) => {
        const facts = crimeFacts(context);
        const body = text(facts, 'receivingBody');
        return { ...facts, officerView: body === '' ? '' : fillIn(texts.officerOpinion, { body }), term: texts.term };
    },
    rows: (data) => [
        ...caseRows(data),
        officerRow(data),
        wide('专案组人员', withCertificates(list(data, 'team'))),
        pair('报告日期', longDate(text(data, 'reportedOn')), '受移送机关', text(data, 'receivingBody')),
        wide('案件事实', text(data, 'facts'), 30),
        wide('涉嫌犯罪的\n事实和理由', text(data, 'ground'), 24),
        wide('移送的材料', numberedLines(strings(data, 'materials'))),
        wide('承办人意见', text(data, 'officerView')),
    ],
    opinions: [
        { key: 'reportOpinion', title: '专案组\n报告意见', events: ['report-crime'], usual: 'report' },
        { key: 'headOpinion', title: '正职负责人\n审批意见', events: ['approve-transfer', 'refuse-transfer'], usual: 'approved' },
    ],
    closing: (data) => [
        wide('决定时间', struck(longMinute(text(data, 'decidedAt')))),
        wide('备注', orNone(text(data, 'remark'))),
        row(cell(text(data, 'term'), { span: 4 })),
    ],
    fields: [
        { key: 'facts', label: '案件事实', kind: 'long-text', required: true, filledFrom: 'case' },
        { key: 'ground', label: '涉嫌犯罪的事实和理由', kind: 'long-text', required: true, filledFrom: 'case' },
        { key: 'materials', label: '移送的材料', kind: 'lines', required: true, filledFrom: 'case' },
        { key: 'officerView', label: '承办人意见', kind: 'long-text', required: true, filledFrom: 'case' },
        { key: 'remark', label: '备注', kind: 'text', required: false, filledFrom: 'none' },
    ],
    requires: [
        { key: 'party', label: '当事人' },
        { key: 'team', label: '专案组人员（不少于二人）' },
        { key: 'receivingBody', label: '受移送的公安机关' },
    ],
});
