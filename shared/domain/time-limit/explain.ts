import type { CaseFile } from '../case-file/case-file.ts';
import { daysBetween } from './count.ts';
import { chineseDate, chineseMinute } from './days.ts';
import { isVerified, type Limit, type TermUnit, UNIT_LABELS } from './limits.ts';
import { excludesPublication, type Term } from './term.ts';

/** The sentence behind a date: event, rule, days counted, days excluded, last day, article. */
export function explain(term: Term, limit: Limit, file: CaseFile): string {
  return `${rule(term, limit, file)}依据${limit.article}${isVerified(limit) ? '' : '（条文未核实）'}。`;
}

function rule(term: Term, limit: Limit, file: CaseFile): string {
  if (term.rule !== undefined) return term.rule;
  if (term.key === 'correction') return `责令改正通知书载明的改正期限至${chineseDate(term.dueOn)}。`;
  const event = term.startEvent ?? limit.startEvent;
  if (term.dueAt !== undefined) return `自${event}起${term.amount}小时，至${chineseMinute(term.dueAt)}届满。`;
  const parts = [`自${event}（${chineseDate(term.startOn)}）次日起算${term.amount}${unitLabel(term, limit)}${restDays(term, limit)}`, ...additions(term, file)];
  parts.push(`至${chineseDate(term.dueOn)}届满`);
  return `${parts.join('，')}。${rolled(term, limit)}`;
}

/** Rights that end sooner than a suit's six months are counted in days although the window's limit is named in months. */
function unitLabel(term: Term, limit: Limit): string {
  const unit: TermUnit = term.key === 'courtOpens' && term.amount !== limit.amount ? 'calendar-days' : limit.unit;
  return UNIT_LABELS[unit];
}

function restDays(term: Term, limit: Limit): string {
  if (limit.unit !== 'working-days') return '';
  const rest = daysBetween(term.startOn, term.dueOn) - term.amount;
  return rest > 0 ? `（不含休息日和法定节假日${rest}天）` : '';
}

function additions(term: Term, file: CaseFile): readonly string[] {
  const parts: string[] = [];
  if (term.key === 'case' && file.extensionDays.length > 0) parts.push(`其中含批准延长${file.extensionDays.join('日、')}日`);
  if (term.key === 'verification' && file.verificationExtended) parts.push('其中含批准延长10个工作日');
  if (term.key === 'sealing' && term.amount > 30) parts.push(`其中含批准延长${term.amount - 30}日`);
  if (term.excluded > 0) parts.push(`另扣除${term.excludedFor ?? '中止调查'}${term.excluded}日`);
  if (term.key === 'case' && term.excluded > 0 && excludesPublication(file)) parts.push('公告期间可否扣除未核实');
  return parts;
}

function rolled(term: Term, limit: Limit): string {
  if (term.rollUnknown) return '该日所在年度的节假日日历未维护，遇节假日是否顺延待日历导入后确定。';
  if (term.rolledFrom === undefined || !limit.rollForward) return '';
  return `原届满日${chineseDate(term.rolledFrom)}为休息日或者节假日，已顺延至其后第一个工作日。`;
}
