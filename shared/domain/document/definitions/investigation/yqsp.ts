import { caseTerm } from '../../../time-limit/term.ts';
import { daysBetween } from '../../../time-limit/days.ts';
import type { DocumentContext } from '../../definition.ts';
import { YQSP_WORDING } from '../../wording/yqsp.ts';
import { approvalForm, briefCaseRows, officerRow, pair, wide } from '../parts/approval-form.ts';
import { longDate } from '../parts/dates.ts';
import { text } from '../parts/read.ts';
import { typedText } from '../parts/typed.ts';

const ORDER = ['第一次延长', '第二次延长'];

function dueOn(context: DocumentContext, extensionDays: readonly number[]): string {
  const term = caseTerm({ ...context.file, extensionDays }, context.calendar, context.today);
  return term?.ok === true ? term.value.dueOn : '';
}

/** The extension the form is about: the last one granted, else the one asked for. */
function facts(context: DocumentContext): Record<string, unknown> {
  const { file, today } = context;
  const granted = file.extensionDays;
  const before = granted.slice(0, -1);
  const asked = Number(typedText(context, 'days', String(granted.at(-1) ?? '')));
  const days = Number.isInteger(asked) && asked > 0 ? asked : 0;
  const second = before.length > 0;
  return {
    order: ORDER[second ? 1 : 0],
    filedOn: file.filedOn ?? '',
    elapsed: file.filedOn === null ? '' : String(daysBetween(file.filedOn, today)),
    oldDue: dueOn(context, before),
    days: days === 0 ? '' : String(days),
    newDue: days === 0 ? '' : dueOn(context, [...before, days]),
    reason: file.approvals.findLast((approval) => approval.event === 'extend-case')?.opinion ?? '',
  };
}

/** 延长办案期限审批表 (C16): thirty days by the leader, then up to sixty by the collective. */
export const YQSP = approvalForm({
  code: 'YQSP',
  wording: YQSP_WORDING,
  fields: [
    { key: 'order', label: '延长次数', kind: 'choice', required: true, filledFrom: 'case', choices: ORDER },
    { key: 'days', label: '延长天数', kind: 'text', required: true, filledFrom: 'case', help: '第一次不超过30日，第二次不超过60日；只填数字。' },
    { key: 'reason', label: '延长的理由', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'course', label: '已进行的工作', kind: 'long-text', required: true, filledFrom: 'none' },
    { key: 'discussedOn', label: '集体讨论日期', kind: 'date', required: false, filledFrom: 'none', help: '第二次延长须经集体讨论。' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '承办人、协办人' }, { key: 'oldDue', label: '原办案期限（立案后自动计算）' }],
  facts,
  rows: (data, texts) => {
    const days = text(data, 'days');
    const second = text(data, 'order') === ORDER[1];
    return [
      ...briefCaseRows(data),
      officerRow(data),
      pair('立案日期', longDate(text(data, 'filedOn')), '距立案日数', text(data, 'elapsed') === '' ? '' : `${text(data, 'elapsed')}日`),
      pair('原期限届满日', longDate(text(data, 'oldDue')), '延长次数', text(data, 'order')),
      pair('延长天数', days === '' ? '' : `${days}日`, '延长后\n届满日', longDate(text(data, 'newDue'))),
      wide('已进行的工作', text(data, 'course'), 16),
      wide('延长的理由', text(data, 'reason'), 16),
      wide('依据', second ? texts.second : texts.first),
      ...(second ? [wide('集体讨论日期', longDate(text(data, 'discussedOn')))] : []),
    ];
  },
  opinions: [
    { key: 'officerOpinion', title: '承办人意见', events: [], usual: 'officerOpinion' },
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['extend-case'], usual: 'leaderOpinion' },
  ],
});
