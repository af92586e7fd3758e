import { INSPECTION_RESULT_KEYS, INSPECTION_RESULTS, type InspectionResult, type Task } from '#shared/domain/task/task.ts';

/** The seven results with their codes of 抽查检查结果 (01–07). */
export const RESULT_ROWS = INSPECTION_RESULT_KEYS.map((key, index) => ({ key, code: String(index + 1).padStart(2, '0'), label: INSPECTION_RESULTS[key] }));

export function resultText(result: InspectionResult): string {
  const row = RESULT_ROWS.find(({ key }) => key === result);
  return row === undefined ? INSPECTION_RESULTS[result] : `${row.code} ${row.label}`;
}

/** What the visit itself points to; a person decides. */
export function likelyResult(task: Pick<Task, 'checklist' | 'orders' | 'findings'>): InspectionResult {
  if (task.orders.length > 0) return 'ordered';
  const found = task.checklist.some((line) => line.result === 'fail') || task.findings.some((each) => each.trim() !== '');
  return found ? 'pending' : 'clean';
}
