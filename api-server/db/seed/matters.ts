import type { Matter } from '#shared/domain/matter/matter.ts';
import { DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';
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
    nationalCode: '',
    name: cell(row, 'name'),
    category: cell(row, 'category'),
    object: cell(row, 'object'),
    measures: cell(row, 'measures'),
    basis: citation(cell(row, 'basis')),
    channel: channelOf(row),
    system: cell(row, 'system') === '市' ? 'city' : 'province',
    risk: cell(row, 'risk'),
    yearlyCap: cell(row, 'freq_cap'),
    cap: /^(\d+)\/年$/.test(cell(row, 'freq_cap')) ? Number.parseInt(cell(row, 'freq_cap'), 10) : null,
    claim: 'claimed',
    claimedOn: '2024-01-02',
    claimReason: '',
    publishedOn: '2024-01-15',
    office: '',
    districts: [...DISTRICT_KEYS],
    subs: [],
    version: 1,
    effectiveFrom: '2024-01-02',
  };
}
