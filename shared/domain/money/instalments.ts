import type { AppError } from '../../contract/result.ts';
import type { Instalment } from '../case-file/side-lines.ts';
import { chineseDate, isDate } from '../time-limit/days.ts';
import { formatYuan } from './amount.ts';

const ARTICLE = '行政处罚法第六十六条第二款';

/**
 * Why a plan of deferral or instalments cannot be approved; `null` when it can. Its days must be real, ascending and
 * after `today`, each row a sum above zero, and together exactly what is left of the fine (`owedFen`).
 */
export function planRefusal(plan: readonly Instalment[], owedFen: number, today: string): AppError | null {
  if (plan.length === 0) return refusal('延期（分期）缴纳计划没有填写任何一期，请填写缴纳日期和金额。', 'plan');
  const wrong = plan.map((row, index) => rowRefusal(row, plan[index - 1], index, today)).find((found) => found !== null);
  if (wrong !== undefined) return wrong;
  const sum = plan.reduce((total, row) => total + row.amountFen, 0);
  if (sum === owedFen) return null;
  const difference = `${sum > owedFen ? '多' : '少'}${formatYuan(Math.abs(sum - owedFen))}元`;
  return refusal(`各期金额合计${formatYuan(sum)}元，与尚未缴纳的罚款${formatYuan(owedFen)}元不一致（${difference}），请调整。`, 'plan', { sumFen: sum, owedFen });
}

function rowRefusal(row: Instalment, before: Instalment | undefined, index: number, today: string): AppError | null {
  const at = `第${String(index + 1)}期`;
  if (!isDate(row.dueOn)) return refusal(`${at}的缴纳日期不是有效的日期，请按“年-月-日”填写。`, `plan.${String(index)}.dueOn`);
  if (row.dueOn <= today) return refusal(`${at}的缴纳日期${chineseDate(row.dueOn)}不晚于今天，请填写今天以后的日期。`, `plan.${String(index)}.dueOn`);
  if (before !== undefined && row.dueOn <= before.dueOn) return refusal(`${at}的缴纳日期应当晚于上一期，请按先后顺序填写。`, `plan.${String(index)}.dueOn`);
  if (Number.isSafeInteger(row.amountFen) && row.amountFen > 0) return null;
  return refusal(`${at}的金额应当大于零，精确到分。`, `plan.${String(index)}.amountFen`);
}

function refusal(message: string, path: string, facts: Readonly<Record<string, unknown>> = {}): AppError {
  return { code: 'PLAN_INVALID', message, article: ARTICLE, details: { path, ...facts } };
}
