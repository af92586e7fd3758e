import { addWorkingDays } from '../../../time-limit/count.ts';
import { isDate } from '../../../time-limit/days.ts';
import { VERIFICATION_EXTENSION_DAYS } from '../../../time-limit/limits.ts';
import { verificationTerm } from '../../../time-limit/term.ts';
import type { DocumentContext } from '../../definition.ts';
import { YCHC_WORDING } from '../../wording/ychc.ts';
import { approvalForm, caseRows, officerRow, pair, signedRow, sourceRow, wide } from '../parts/approval-form.ts';
import { longDate } from '../parts/dates.ts';
import { text } from '../parts/read.ts';
import { typedText } from '../parts/typed.ts';

function facts(context: DocumentContext): Record<string, unknown> {
  const { file, calendar } = context;
  const term = verificationTerm({ ...file, verificationExtended: false }, calendar);
  const dueOn = typedText(context, 'dueOn', term.ok ? term.value.dueOn : '');
  const extended = isDate(dueOn) ? addWorkingDays(calendar, dueOn, VERIFICATION_EXTENSION_DAYS) : null;
  return { receivedOn: file.clue.receivedOn, dueOn, extendedTo: extended?.ok === true ? extended.value : '' };
}

export const YCHC = approvalForm({
  code: 'YCHC',
  wording: YCHC_WORDING,
  fields: [
    { key: 'dueOn', label: '原核查期限届满日', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'extendedTo', label: '拟延长至', kind: 'date', required: true, filledFrom: 'case', help: `一次延长，不超过${VERIFICATION_EXTENSION_DAYS}个工作日。` },
    { key: 'done', label: '已开展的核查工作', kind: 'long-text', required: true, filledFrom: 'none' },
    { key: 'reason', label: '申请延长的理由', kind: 'long-text', required: true, filledFrom: 'none', help: '写明在原期限内不能核查完毕的原因和尚需核查的事项。' },
  ],
  requires: [
    { key: 'officers', label: '承办人、协办人' },
    { key: 'leaderOpinion', label: '分管领导审批意见（批准延长后自动填入）' },
  ],
  facts,
  rows: (data) => [
    ...caseRows(data),
    sourceRow(data),
    officerRow(data),
    pair('原核查期限\n届满日', longDate(text(data, 'dueOn')), '拟延长至', longDate(text(data, 'extendedTo'))),
    wide('已开展的\n核查工作', text(data, 'done'), 26),
    signedRow('申请延长的\n理由', text(data, 'reason'), 34),
  ],
  opinions: [
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['extend-verification'], usual: 'leaderOpinion' },
  ],
});
