import type { PlanRow } from './step-form.ts';

/** Whole yuan in every row, as many rows as there are; what does not divide goes into the last one. Fen. */
export function spreadEvenly(rows: readonly PlanRow[], owedFen: number): readonly PlanRow[] {
  if (rows.length === 0) return rows;
  const each = Math.floor(owedFen / rows.length / 100) * 100;
  const last = owedFen - each * (rows.length - 1);
  return rows.map((row, index) => ({ ...row, amountFen: index === rows.length - 1 ? last : each }));
}
