import type { CaseFile } from '../../../case-file/case-file.ts';
import { caseTerm } from '../../../time-limit/term.ts';
import type { DocumentContext } from '../../definition.ts';
import { ZZDC_WORDING } from '../../wording/zzdc.ts';
import { approvalForm, briefCaseRows, officerRow, pair, wide } from '../parts/approval-form.ts';
import { longDate } from '../parts/dates.ts';
import { ticks } from '../parts/draw.ts';
import { text } from '../parts/read.ts';

const ACTIONS = ['中止调查', '恢复调查', '终止调查'];
const NOTES = { 中止调查: 'stop', 恢复调查: 'goOn', 终止调查: 'end' } as const;

function actionOf(file: CaseFile): keyof typeof NOTES | '' {
  if (file.stage === 'TERM') return '终止调查';
  const last = file.suspensions.at(-1);
  if (last === undefined) return '';
  return last.to === null ? '中止调查' : '恢复调查';
}

function facts(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const last = file.suspensions.at(-1);
  const action = actionOf(file);
  const term = caseTerm(file, context.calendar, context.today);
  const ended = file.approvals.findLast((approval) => approval.event === 'terminate');
  return {
    action,
    ground: action === '终止调查' ? (ended?.opinion ?? '') : (last?.ground ?? ''),
    from: last?.from ?? '',
    to: last?.to ?? '',
    filedOn: file.filedOn ?? '',
    termDue: term?.ok === true && last?.to !== null && last !== undefined ? term.value.dueOn : '',
  };
}

/** 中止（恢复、终止）调查审批表 (C15). */
export const ZZDC = approvalForm({
  code: 'ZZDC',
  wording: ZZDC_WORDING,
  fields: [
    { key: 'action', label: '申请事项', kind: 'choice', required: true, filledFrom: 'case', choices: ACTIONS },
    { key: 'ground', label: '理由', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'course', label: '已进行的调查', kind: 'long-text', required: true, filledFrom: 'none' },
    { key: 'from', label: '中止开始日', kind: 'date', required: false, filledFrom: 'case' },
    { key: 'to', label: '恢复日', kind: 'date', required: false, filledFrom: 'case' },
    { key: 'itemsHandling', label: '涉案物品的处理', kind: 'text', required: false, filledFrom: 'none', help: '有登记保存、查封、扣押物品的填写。' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '承办人、协办人' }],
  facts,
  rows: (data, texts) => {
    const action = text(data, 'action');
    const note = action === '中止调查' || action === '恢复调查' || action === '终止调查' ? texts[NOTES[action]] : '';
    return [
      ...briefCaseRows(data),
      officerRow(data),
      wide('申请事项', ticks(ACTIONS, [action], 3)),
      pair('立案日期', longDate(text(data, 'filedOn')), '中止开始日', longDate(text(data, 'from'))),
      pair('恢复日', longDate(text(data, 'to')), '恢复后办案\n期限届满日', longDate(text(data, 'termDue'))),
      wide('已进行的调查', text(data, 'course'), 22),
      wide('理由', text(data, 'ground'), 22),
      wide('涉案物品\n的处理', text(data, 'itemsHandling')),
      wide('说明', note),
    ];
  },
  opinions: [
    { key: 'officerOpinion', title: '承办人意见', events: [], usual: 'officerOpinion' },
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['suspend', 'resume', 'terminate'], usual: 'leaderOpinion' },
  ],
});
