import { sql, type Kysely } from 'kysely';
import type { FactRecord } from '#shared/domain/import/record.ts';
import { factReference } from '#shared/domain/import/project-target.ts';
import type { Draft, ImportTargetKey } from '#shared/domain/import/target.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import type { Database } from '../../db/schema.ts';

export interface Known<T = unknown> {
  readonly id: string;
  readonly rev: number;
  readonly body: T;
}

/** What the register has for a row: a record, none, or why the row cannot be placed. */
export type Placed = { readonly known: Known | null; readonly projectId?: string } | { readonly problem: { readonly key: string; readonly message: string } };
export type Finder = (draft: Draft) => Placed;

/** Reads what the register has for all rows at once. */
export async function createFinder(db: Kysely<Database>, target: ImportTargetKey, drafts: readonly Draft[]): Promise<Finder> {
  if (target === 'party') return partyFinder(db, drafts);
  if (target === 'project') return projectFinder(await readProjects(db, drafts));
  if (target === 'officer') return officerFinder(db);
  return factFinder(db, drafts);
}

function textOf(draft: Draft, key: string): string {
  const value = draft[key];
  return typeof value === 'string' ? value : '';
}

/** Values of a column, each once. */
function valuesOf(drafts: readonly Draft[], key: string): string[] {
  return [...new Set(drafts.map((draft) => textOf(draft, key)))].filter((value) => value !== '');
}

function indexBy<T>(rows: readonly Known<T>[], keyOf: (body: T) => string): ReadonlyMap<string, readonly Known<T>[]> {
  const index = new Map<string, Known<T>[]>();
  for (const row of rows) {
    const key = keyOf(row.body);
    if (key === '') continue;
    const list = index.get(key);
    if (list === undefined) index.set(key, [row]);
    else list.push(row);
  }
  return index;
}

function ambiguous(key: string, count: number, what: string): Placed {
  return { problem: { key, message: `名录中有 ${String(count)} 条${what}，无法确定是哪一条。请先在名录中合并重复记录，再导入这一行。` } };
}

async function partyFinder(db: Kysely<Database>, drafts: readonly Draft[]): Promise<Finder> {
  const { rows } = await sql<Known<PartyRecord>>`
    select id, rev, body from party where credit_code = any(${valuesOf(drafts, 'creditCode')}) or name = any(${valuesOf(drafts, 'name')})
  `.execute(db);
  const byCode = indexBy(rows, (party) => party.creditCode);
  const byName = indexBy(rows, (party) => party.name);
  return (draft) => {
    const [code, name] = [textOf(draft, 'creditCode'), textOf(draft, 'name')];
    const same = byCode.get(code) ?? [];
    if (same.length > 1) return ambiguous('creditCode', same.length, '记录用这个统一社会信用代码');
    if (same[0] !== undefined) return { known: same[0] };
    // With a code of its own, a namesake is another enterprise unless its code is not known yet.
    const named = (byName.get(name) ?? []).filter(({ body }) => code === '' || body.creditCode === '');
    return named.length > 1 ? ambiguous('name', named.length, '同名记录') : { known: named[0] ?? null };
  };
}

async function readProjects(db: Kysely<Database>, drafts: readonly Draft[]): Promise<readonly Known<ProjectRecord>[]> {
  const { rows } = await sql<Known<ProjectRecord>>`
    select id, rev, body from project where name = any(${valuesOf(drafts, 'name')})
    union all select id, rev, body from project where body ->> 'projectCode' <> '' and body ->> 'projectCode' = any(${valuesOf(drafts, 'projectCode')})
    union all select id, rev, body from project where body ->> 'permitNo' <> '' and body ->> 'permitNo' = any(${valuesOf(drafts, 'permitNo')})
  `.execute(db);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function projectFinder(rows: readonly Known<ProjectRecord>[]): Finder {
  const byCode = indexBy(rows, (project) => project.projectCode);
  const byPermit = indexBy(rows, (project) => project.permitNo);
  const byName = indexBy(rows, (project) => project.name);
  return (draft) => {
    const [code, permit, name, district] = [textOf(draft, 'projectCode'), textOf(draft, 'permitNo'), textOf(draft, 'name'), textOf(draft, 'district')];
    for (const [key, found] of [['projectCode', byCode.get(code)], ['permitNo', byPermit.get(permit)]] as const) {
      if (found === undefined) continue;
      return found.length > 1 ? ambiguous(key, found.length, '工程用这个编号') : { known: found[0] ?? null };
    }
    const named = (byName.get(name) ?? []).filter(({ body }) => (district === '' || body.district === district)
      && (code === '' || body.projectCode === '') && (permit === '' || body.permitNo === ''));
    return named.length > 1 ? ambiguous('name', named.length, '同名工程') : { known: named[0] ?? null };
  };
}

async function officerFinder(db: Kysely<Database>): Promise<Finder> {
  const rows = await db.selectFrom('officer').select(['id', 'rev', 'body']).execute();
  const byCertificate = indexBy<Officer>(rows, (officer) => officer.certificateNo);
  const byLogin = indexBy<Officer>(rows, (officer) => officer.loginName);
  return (draft) => {
    const found = byCertificate.get(textOf(draft, 'certificateNo'))?.[0];
    if (found !== undefined) return { known: found };
    const holder = byLogin.get(textOf(draft, 'loginName'))?.[0];
    if (holder === undefined) return { known: null };
    // A certificate was exchanged: the same person under the same login name.
    if (holder.body.name === draft['name']) return { known: holder };
    return { problem: { key: 'loginName', message: `登录名已由「${holder.body.name}」使用，请换一个。` } };
  };
}

async function factFinder(db: Kysely<Database>, drafts: readonly Draft[]): Promise<Finder> {
  const projects = await readProjects(db, drafts);
  const findProject = projectFinder(projects);
  const facts = await db.selectFrom('project_fact').selectAll().where(sql<boolean>`project_id = any(${projects.map(({ id }) => id)})`).execute();
  const byKey = new Map(facts.map((row) => [factKey(row.project_id, row.kind, row.source_system, row.source_ref), row]));
  return (draft) => {
    const placed = findProject(draft);
    if ('problem' in placed) return placed;
    if (placed.known === null) return { problem: { key: textOf(draft, 'projectCode') === '' ? 'name' : 'projectCode', message: '名录中没有这个工程，请先导入工程，或者核对项目代码、施工许可证编号和名称。' } };
    const projectId = placed.known.id;
    const row = byKey.get(factKey(projectId, textOf(draft, 'kind'), textOf(draft, 'sourceSystem'), factReference(draft)));
    if (row === undefined) return { known: null, projectId };
    const body: FactRecord = { ...row.body, projectId };
    return { known: { id: row.id, rev: row.rev, body }, projectId };
  };
}

function factKey(...parts: readonly string[]): string {
  return parts.join('\n');
}
