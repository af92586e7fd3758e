import { evenTiers } from '#shared/domain/discretion/start.ts';
import type { FineStage, FineStageKey, FineUnit } from '#shared/domain/violation/violation.ts';

/** One row: violation, when it applies, lower and upper bound in yuan (or times), how sure the source is. */
type Row = readonly [id: string, on: FineStageKey, min: number, max: number, flag: FineStage['evidenceFlag']];

/** Second ranges of the articles, as the notes beside the violations give them (domain notes on matters and violations). */
const YUAN: readonly Row[] = [
  ...['Z10', 'Z11', 'Z12', 'Z27', 'Z28'].flatMap((id): readonly Row[] => [[id, 'overdue', 100_000, 200_000, 'V'], [id, 'responsible-overdue', 20_000, 50_000, 'V']]),
  ...['Z13', 'Z14', 'Z16'].flatMap((id): readonly Row[] => [[id, 'overdue', 50_000, 200_000, 'V'], [id, 'responsible-overdue', 10_000, 20_000, 'V']]),
  ...['Z32', 'Z33', 'Z34'].map((id): Row => [id, 'responsible', 1_000, 5_000, 'M']),
  ['Z05', 'consequence', 100_000, 200_000, 'S'],
  ['Z06', 'consequence', 100_000, 200_000, 'S'],
  ['Z26', 'responsible-refused', 50_000, 100_000, 'V'],
  ['Z29', 'responsible-refused', 10_000, 20_000, 'V'],
  ['Z30', 'overdue', 100_000, 200_000, 'V'],
  ['Z31', 'responsible', 0, 10_000, 'V'],
  ['Z47', 'person', 50_000, 100_000, 'V'],
  ['F10', 'person', 10_000, 10_000, 'M'],
  ['F13', 'person', 10_000, 10_000, 'M'],
  ['F25', 'person', 1_000, 10_000, 'V'],
  ['F29', 'enterprise', 1_000, 10_000, 'M'],
];

/** 违法所得三倍以下，但最高不超过3万元. */
const GAINS: readonly string[] = ['J37', 'F03', 'F31'];
const GAINS_CAP_YUAN = 30_000;

/** Violations whose article took effect later than an act may lie back; 住房租赁条例 (国令812). */
const IN_FORCE_FROM: Readonly<Record<string, string>> = { F14: '2025-09-15', F15: '2025-09-15', F16: '2025-09-15' };

/** The other ranges of a violation's article; empty where it has one only. */
export function stagesOf(id: string): readonly FineStage[] {
  const fixed = YUAN.filter(([of]) => of === id).map(([, on, min, max, evidenceFlag]): FineStage => ({ on, ...rule('yuan', min, max), evidenceFlag }));
  const gains: readonly FineStage[] = GAINS.includes(id) ? [{ on: 'gains', ...rule('multiple', 0, 3), base: '违法所得', capYuan: GAINS_CAP_YUAN, evidenceFlag: 'M' }] : [];
  return [...fixed, ...gains];
}

export function inForceFrom(id: string): string | undefined {
  return IN_FORCE_FROM[id];
}

function rule(unit: FineUnit, min: number, max: number): Pick<FineStage, 'unit' | 'min' | 'max' | 'base' | 'tiers'> {
  return { unit, min, max, base: '', tiers: min === max ? null : evenTiers(min, max) };
}
