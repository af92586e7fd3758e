import { sql, type Kysely, type Transaction } from 'kysely';
import { provinceVisitKey, readProvinceRow, type ProvinceRow, type ProvinceVisit } from '#shared/domain/matter/province.ts';
import type { RowProblem } from '#shared/domain/matter/sheet-read.ts';
import type { Database } from '../../db/schema.ts';
import { allMatters } from './repository.ts';

export interface ProvinceSheet {
  readonly added: readonly ProvinceVisit[];
  /** There already, with another result or credit code. */
  readonly changed: readonly ProvinceVisit[];
  readonly same: number;
  /** Rows left out. */
  readonly wrong: number;
  readonly problems: readonly RowProblem[];
}

/** Reads the rows of the province's export and compares them with what is recorded. A visit that stands twice counts once. */
export async function readProvinceSheet(db: Kysely<Database>, rows: readonly ProvinceRow[], today: string): Promise<ProvinceSheet> {
  const matters = new Map((await allMatters(db)).map((matter) => [matter.code, matter]));
  const read = rows.map((row) => readProvinceRow(row, matters, today));
  const faulty = read.flatMap((each) => ('problems' in each ? [each] : []));
  const visits = [...new Map(read.flatMap((each) => ('visit' in each ? [[provinceVisitKey(each.visit), each.visit] as const] : []))).values()];
  const known = await knownVisits(db, visits);
  const added = visits.filter((visit) => !known.has(provinceVisitKey(visit)));
  const changed = visits.filter((visit) => isChanged(visit, known.get(provinceVisitKey(visit))));
  return { added, changed, same: rows.length - faulty.length - added.length - changed.length, wrong: faulty.length, problems: faulty.flatMap((each) => each.problems) };
}

type Known = Pick<ProvinceVisit, 'result' | 'creditCode'>;

function isChanged(visit: ProvinceVisit, known: Known | undefined): boolean {
  return known !== undefined && (known.result !== visit.result || known.creditCode !== visit.creditCode);
}

async function knownVisits(db: Kysely<Database>, visits: readonly ProvinceVisit[]): Promise<ReadonlyMap<string, Known>> {
  const days = visits.map((visit) => visit.visitedOn).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return new Map();
  const rows = await db.selectFrom('province_visit')
    .select(['matter_code as matterCode', 'district', 'party_name as partyName', 'credit_code as creditCode', 'visited_on as visitedOn', 'result', 'record_no as recordNo'])
    .where('visited_on', '>=', from).where('visited_on', '<=', to).execute();
  return new Map(rows.map((row) => [provinceVisitKey(row as ProvinceVisit), row]));
}

/** One statement for all; a visit recorded before gets its new result. */
export async function writeProvinceVisits(trx: Transaction<Database>, visits: readonly ProvinceVisit[], source: { readonly name: string; readonly officerId: string; readonly at: Date }): Promise<void> {
  await sql`
    insert into province_visit (matter_code, district, party_name, credit_code, visited_on, result, record_no, source_file, imported_by, imported_at)
    select "matterCode", district, "partyName", "creditCode", "visitedOn", result, "recordNo", ${source.name}, ${source.officerId}, ${source.at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(visits)}::json) as r ("matterCode" text, district text, "partyName" text, "creditCode" text, "visitedOn" date, result text, "recordNo" text)
    on conflict (matter_code, district, visited_on, party_name, record_no)
    do update set result = excluded.result, credit_code = excluded.credit_code, source_file = excluded.source_file, imported_by = excluded.imported_by, imported_at = excluded.imported_at
  `.execute(trx);
}
