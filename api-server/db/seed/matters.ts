import { sql, type Kysely } from 'kysely';
import type { CheckItem, Matter, MatterStanding, SubMatter } from '#shared/domain/matter/matter.ts';
import { DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';
import { citation } from '#shared/domain/violation/law-titles.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import type { Database } from '../schema.ts';
import { cell, channelOf, readTable, type CsvRow } from './csv.ts';
import { readViolations } from './violations.ts';

const CLAIMED: MatterStanding = { claim: 'claimed', claimedOn: '2024-01-02', claimReason: '', publishedOn: '2024-01-15' };

/** Those that stand otherwise, so that every state can be seen. Invented, like the whole split. */
const STANDINGS: Readonly<Record<string, MatterStanding>> = {
  'SZZJ-JG-006': { ...CLAIMED, publishedOn: null },
  'SZZJ-JG-019': { claim: 'not-applicable', claimedOn: null, claimReason: '施工图审查机构由省级认定和监管，本市不实施检查（示例）', publishedOn: null },
  'SZZJ-JG-031': { claim: 'unclaimed', claimedOn: null, claimReason: '责任处室尚未确定（示例）', publishedOn: null },
};

const OFFICES: Readonly<Record<string, string>> = { JC: '建设监察支队', FDC: '房地产市场监管处', ZA: '质量安全监督站' };

/** The 33 supervision matters with their check items: 14 in the city's own system, 19 in the province's. */
export function readMatters(): readonly Matter[] {
  const violations = new Map(readViolations().map((violation) => [violation.id, violation]));
  const items = readTable('check-items');
  return readTable('matters').map((row) => toMatter(row, items.filter((item) => cell(item, 'matter_no') === cell(row, 'no')), violations));
}

function toMatter(row: CsvRow, items: readonly CsvRow[], violations: ReadonlyMap<string, Violation>): Matter {
  const code = cell(row, 'code');
  const channel = channelOf(row);
  const cap = /^(\d+)\/年$/.exec(cell(row, 'freq_cap'))?.[1];
  return {
    no: Number(cell(row, 'no')),
    code,
    nationalCode: '',
    name: cell(row, 'name'),
    category: cell(row, 'category'),
    object: cell(row, 'object'),
    measures: cell(row, 'measures'),
    basis: citation(cell(row, 'basis')),
    channel,
    system: cell(row, 'system') === '市' ? 'city' : 'province',
    risk: cell(row, 'risk'),
    yearlyCap: cell(row, 'freq_cap'),
    cap: cap === undefined ? null : Number(cap),
    ...(STANDINGS[code] ?? CLAIMED),
    office: OFFICES[channel] ?? '',
    districts: [...DISTRICT_KEYS],
    subs: toSubs(code, items, violations),
    version: 1,
    effectiveFrom: '2024-01-02',
  };
}

/** Sub-matters in the order of their first item; codes count on from the matter's. */
function toSubs(matterCode: string, items: readonly CsvRow[], violations: ReadonlyMap<string, Violation>): readonly SubMatter[] {
  const names = [...new Set(items.map((item) => cell(item, 'sub')))];
  return names.map((name, index) => {
    const own = items.filter((item) => cell(item, 'sub') === name);
    const code = `${matterCode}-${twoDigits(index + 1)}`;
    const forms = [...new Set(own.map((item) => cell(item, 'form')))];
    return { code, name, form: forms.join('、'), listCode: '', items: own.map((item, at) => toItem(`${code}-${twoDigits(at + 1)}`, item, violations)) };
  });
}

function toItem(id: string, row: CsvRow, violations: ReadonlyMap<string, Violation>): CheckItem {
  const named = cell(row, 'violation');
  const violation = violations.get(named);
  if (named !== '' && violation === undefined) throw new Error(`Check item ${id} names the unknown violation ${named}`);
  const clause = cell(row, 'clause');
  return {
    id, content: cell(row, 'content'), method: cell(row, 'method'), standard: cell(row, 'standard'),
    clause: clause === '' ? violation?.breached ?? '' : citation(clause), violationId: violation?.id ?? null,
    // A clause of its own was not compared with the law's text; one of a violation stands as that was read.
    verified: clause === '' && violation?.evidenceFlag === 'V',
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The first version of every matter whose history has not begun. */
export async function insertFirstVersions(db: Kysely<Database>): Promise<void> {
  await sql`
    insert into matter_version (code, version, effective_from, action, state, body, note, author_name, at)
    select id, (body ->> 'version')::integer, (body ->> 'effectiveFrom')::date, 'initial', 'in-force', body, '', '系统初始化', now()
    from reference where kind = 'matter' and not exists (select from matter_version where code = reference.id)
  `.execute(db);
}
