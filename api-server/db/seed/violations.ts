import { citation } from '#shared/domain/violation/law-titles.ts';
import type { FineUnit, Tier, Violation } from '#shared/domain/violation/violation.ts';
import { cell, channelOf, readTable, type CsvRow } from './csv.ts';
import { inForceFrom, stagesOf } from './fine-stages.ts';

const UNITS: Readonly<Record<string, FineUnit>> = { 万: 'yuan', '%': 'percent', '‰': 'permille', 倍: 'multiple', '': 'none' };
const FLAGS = ['V', 'S', 'M', 'U'] as const;
/** A fine only once a served corrective order was not obeyed (逾期后罚, 拒不改正才罚). */
const AFTER_ORDER = /逾期后罚|拒不改正$|拒不改正才罚|旧规章逾期幅度/;

/** The 116 violations with their statutory ranges; 万元 become yuan. */
export function readViolations(): readonly Violation[] {
  const rows = readTable('violations');
  return rows.map((row, index) => toViolation(row, noteOf(rows, index)));
}

/** 同上 stands for the note of the row above. */
function noteOf(rows: readonly CsvRow[], index: number): string {
  const row = rows[index];
  if (row === undefined) return '';
  const note = cell(row, 'base_or_note');
  return note === '同上' ? noteOf(rows, index - 1) : note;
}

function toViolation(row: CsvRow, note: string): Violation {
  const unit = unitOf(cell(row, 'fine_unit'));
  const share = unit === 'percent' || unit === 'permille' || unit === 'multiple';
  const [base = '', ...rest] = share ? note.split(/;\s*/) : ['', note];
  const min = amount(cell(row, 'fine_min'), unit);
  const max = amount(cell(row, 'fine_max'), unit);
  const otherMeasures = cell(row, 'other_measures');
  const id = cell(row, 'id');
  const [stages, from] = [stagesOf(id), inForceFrom(id)];
  return {
    id,
    channel: channelOf(row),
    cause: cell(row, 'cause'),
    subject: cell(row, 'subject'),
    breached: citation(cell(row, 'violated')),
    basis: citation(cell(row, 'penalty_basis')),
    otherMeasures,
    unit,
    min,
    max,
    base,
    note: rest.join('；'),
    tiers: parseTiers(cell(row, 'tiers'), unit, min),
    fineOnlyAfterOrder: AFTER_ORDER.test(note) || AFTER_ORDER.test(otherMeasures),
    evidenceFlag: flagOf(cell(row, 'evidence_flag')),
    ...(stages.length === 0 ? {} : { stages }),
    ...(from === undefined ? {} : { from }),
  };
}

function unitOf(text: string): FineUnit {
  const unit = UNITS[text];
  if (unit === undefined) throw new Error(`Unknown fine unit ${text}`);
  return unit;
}

function flagOf(text: string): Violation['evidenceFlag'] {
  const flag = FLAGS.find((one) => one === text);
  if (flag === undefined) throw new Error(`Unknown evidence flag ${text}`);
  return flag;
}

function amount(text: string, unit: FineUnit): number {
  return unit === 'yuan' ? Math.round(Number(text) * 10_000) : Number(text);
}

/** `1-1.3 / 1.3-1.7 / 1.7-2 (S)` or `≤3 / 3-7 / 7-10`; `—` where there are none. */
function parseTiers(text: string, unit: FineUnit, min: number): Violation['tiers'] {
  if (text === '—') return null;
  const [light, normal, heavy] = text.replace(/\s*\([A-Z]\)$/, '').split(/\s*\/\s*/).map((part) => bounds(part, unit, min));
  if (light === undefined || normal === undefined || heavy === undefined) throw new Error(`Three tiers expected: ${text}`);
  const tiers: Readonly<Record<Tier, readonly [number, number]>> = { light, normal, heavy };
  return tiers;
}

function bounds(part: string, unit: FineUnit, min: number): readonly [number, number] {
  if (part.startsWith('≤')) return [min, amount(part.slice(1), unit)];
  const [from = '', to = ''] = part.split('-');
  return [amount(from, unit), amount(to, unit)];
}
