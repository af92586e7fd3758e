import type { Matter } from '#shared/domain/matter/matter.ts';
import { citation } from '#shared/domain/violation/law-titles.ts';
import { cell, channelOf, readTable, type CsvRow } from './csv.ts';

/** The 33 supervision matters: 14 in the city's own system, 19 in the province's. */
export function readMatters(): readonly Matter[] {
  return readTable('matters').map(toMatter);
}

function toMatter(row: CsvRow): Matter {
  return {
    no: Number(cell(row, 'no')),
    code: cell(row, 'code'),
    name: cell(row, 'name'),
    category: cell(row, 'category'),
    object: cell(row, 'object'),
    measures: cell(row, 'measures'),
    basis: citation(cell(row, 'basis')),
    channel: channelOf(row),
    system: cell(row, 'system') === '市' ? 'city' : 'province',
    risk: cell(row, 'risk'),
    yearlyCap: cell(row, 'freq_cap'),
  };
}
