import { normaliseCode, toHalfWidth } from '../../text/normalise.ts';
import { DISTRICT_KEYS, type District } from '../organisation/organisation.ts';
import { checkMatter, type MatterContext } from './check.ts';
import { CLAIM_STATES, itemsOf, MATTER_SYSTEMS, type CheckItem, type Matter, type SubMatter } from './matter.ts';
import { MATTER_COLUMNS, YES, type MatterCells, type MatterColumn } from './sheet.ts';
import { capOfCell, dayOfCell, districtsOfCell, keyOfCell, type Understood } from './sheet-values.ts';
import { sameMatter } from './versions.ts';

export interface SheetRow {
  /** As Excel shows it. */
  readonly no: number;
  readonly cells: MatterCells;
  /** What the reader itself found wrong. */
  readonly problems: readonly { readonly key: string; readonly message: string }[];
}

export interface RowProblem {
  readonly row: number;
  /** Heading of the column at fault; empty for the row as a whole. */
  readonly column: string;
  readonly message: string;
}

/** What the sheet says of one matter. A matter with a faulty row is left out whole, so that no check item gets lost. */
export interface SheetMatter {
  readonly state: 'new' | 'changed' | 'same' | 'wrong';
  readonly code: string;
  readonly name: string;
  readonly rows: readonly number[];
  /** `null` where it is wrong. */
  readonly matter: Matter | null;
  readonly itemsBefore: number;
  readonly items: number;
  /** Check items there now that the sheet no longer has. */
  readonly removed: readonly string[];
  readonly problems: readonly RowProblem[];
}

export interface SheetContext extends MatterContext {
  /** Key → name. */
  readonly channelNames: Readonly<Record<string, string>>;
  readonly existing: ReadonlyMap<string, Matter>;
  readonly today: string;
}

const TITLES = new Map<string, string>(MATTER_COLUMNS.map(({ key, title }) => [key, title]));

/** Reads the rows of a sheet as matters, in the order in which they first stand there. */
export function readMatterRows(rows: readonly SheetRow[], context: SheetContext): readonly SheetMatter[] {
  const groups = grouped(rows, (row) => normaliseCode(row.cells.code));
  let last = Math.max(0, ...[...context.existing.values()].map((matter) => matter.no));
  return [...groups].map(([code, own]) => {
    const before = context.existing.get(code) ?? null;
    return readMatter(code, own, before, before?.no ?? (last += 1), context);
  });
}

function readMatter(code: string, rows: readonly SheetRow[], before: Matter | null, no: number, context: SheetContext): SheetMatter {
  const problems: RowProblem[] = rows.flatMap((row) => row.problems.map(({ key, message }) => ({ row: row.no, column: TITLES.get(key) ?? '', message })));
  const field = fieldReader(rows, problems);
  if (code === '') rows.forEach((row) => problems.push({ row: row.no, column: '事项编码', message: '请填写事项编码。' }));
  const base = before ?? emptyMatter(code, no, context.today);
  const fields = readFields(base, field, context);
  const subs = readSubs(base, rows, problems);
  const matter: Matter = { ...base, ...fields, subs: subs ?? base.subs };
  if (problems.length === 0) problems.push(...checkMatter(matter, context).map(({ path, message }) => ({ ...placeOf(path, rows), message })));
  const kept = new Set(itemsOf(matter).map((item) => item.id));
  return {
    code, name: matter.name, rows: rows.map((row) => row.no), problems, items: itemsOf(matter).length, itemsBefore: before === null ? 0 : itemsOf(before).length,
    removed: before === null ? [] : itemsOf(before).map((item) => item.id).filter((id) => !kept.has(id)),
    state: problems.length > 0 ? 'wrong' : before === null ? 'new' : sameMatter(before, matter) ? 'same' : 'changed',
    matter: problems.length > 0 ? null : matter,
  };
}

function emptyMatter(code: string, no: number, today: string): Matter {
  return {
    no, code, nationalCode: '', name: '', category: '', object: '', measures: '', basis: '', channel: '', system: 'general', risk: '中', yearlyCap: '', cap: null,
    claim: 'unclaimed', claimedOn: null, claimReason: '', publishedOn: null, office: '', districts: [...DISTRICT_KEYS], subs: [], version: 0, effectiveFrom: today,
  };
}

type FieldReader = <T>(key: MatterColumn, before: T, understand: (text: string) => Understood<T>) => T;

/** A matter's own cell: the rows must agree, an empty one says nothing, and nothing at all keeps what is there. */
function fieldReader(rows: readonly SheetRow[], problems: RowProblem[]): FieldReader {
  return (key, before, understand) => {
    const filled = rows.filter((row) => row.cells[key] !== '');
    const [first] = filled;
    if (first === undefined) return before;
    const text = first.cells[key];
    const other = filled.find((row) => row.cells[key] !== text);
    const column = TITLES.get(key) ?? '';
    if (other !== undefined) problems.push({ row: other.no, column, message: `与第 ${first.no} 行同一事项的“${text}”不一致，请改为相同或者留空。` });
    const understood = understand(text);
    if ('value' in understood) return understood.value;
    problems.push({ row: first.no, column, message: understood.problem });
    return before;
  };
}

const asText = (text: string): Understood<string> => ({ value: text });

function readFields(base: Matter, field: FieldReader, { channelNames }: SheetContext): Partial<Matter> {
  const cap = field<number | null>('cap', base.cap, capOfCell);
  const claim = field('claim', base.claim, (text) => keyOfCell(text, CLAIM_STATES));
  return {
    nationalCode: field('nationalCode', base.nationalCode, (text) => ({ value: normaliseCode(text) })),
    name: field('name', base.name, asText), category: field('category', base.category, asText), object: field('object', base.object, asText),
    measures: field('measures', base.measures, asText), basis: field('basis', base.basis, asText), office: field('office', base.office, asText),
    risk: field('risk', base.risk, asText), yearlyCap: field('yearlyCap', base.yearlyCap, asText), cap,
    channel: field('channel', base.channel, (text) => keyOfCell(text, channelNames)),
    system: field('system', base.system, (text) => keyOfCell(text, MATTER_SYSTEMS)),
    districts: field<readonly District[]>('districts', base.districts, districtsOfCell),
    claim, claimedOn: field<string | null>('claimedOn', claim === 'claimed' ? base.claimedOn : null, dayOfCell), claimReason: field('claimReason', base.claimReason, asText),
    publishedOn: field<string | null>('publishedOn', base.publishedOn, dayOfCell),
  };
}

/** The sub-matters as the rows give them; `null` where no row has an item, so that a list of matters alone keeps them. */
function readSubs(base: Matter, rows: readonly SheetRow[], problems: RowProblem[]): readonly SubMatter[] | null {
  const withItems = rows.filter(({ cells }) => cells.content !== '' || cells.itemId !== '' || cells.subName !== '' || cells.subCode !== '');
  if (withItems.length === 0) return null;
  const subs = new Map<string, { sub: Omit<SubMatter, 'items'>; items: CheckItem[] }>();
  const before = new Map(itemsOf(base).map((item) => [item.id, item]));
  for (const row of withItems) {
    const code = subCodeOf(row.cells, base, subs);
    const known = base.subs.find((sub) => sub.code === code);
    const entry = subs.get(code) ?? { sub: { code, name: row.cells.subName || (known?.name ?? ''), form: row.cells.form || (known?.form ?? ''), listCode: row.cells.listCode || (known?.listCode ?? '') }, items: [] };
    if (row.cells.subName !== '' && row.cells.subName !== entry.sub.name) problems.push({ row: row.no, column: '子项名称', message: `同一子项编码 ${code} 有两个名称：“${entry.sub.name}”和“${row.cells.subName}”。` });
    subs.set(code, entry);
    entry.items.push(itemOf(row.cells, entry.items.length, code, before));
  }
  return [...subs.values()].map(({ sub, items }) => ({ ...sub, items }));
}

/** By code; without one by name; a sub-matter never seen gets the next number. */
function subCodeOf({ subCode, subName }: MatterCells, base: Matter, subs: ReadonlyMap<string, { readonly sub: Omit<SubMatter, 'items'> }>): string {
  if (subCode !== '') return normaliseCode(subCode);
  const named = [...[...subs.values()].map((entry) => entry.sub), ...base.subs].find((sub) => sub.name === subName);
  return named?.code ?? nextCode(base.code, new Set([...subs.keys(), ...base.subs.map((sub) => sub.code)]));
}

/** `SZZJ-JG-001-03` after `-02`. */
export function nextCode(prefix: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const code = `${prefix}-${String(number).padStart(2, '0')}`;
    if (!taken.has(code)) return code;
  }
}

function itemOf(cells: MatterCells, position: number, subCode: string, before: ReadonlyMap<string, CheckItem>): CheckItem {
  const id = cells.itemId === '' ? `${subCode}-${String(position + 1).padStart(2, '0')}` : normaliseCode(cells.itemId);
  const violationId = cells.violationId === '' ? null : normaliseCode(cells.violationId);
  const known = before.get(id);
  const verified = cells.verified === '' ? known?.verified === true && known.clause === cells.clause : toHalfWidth(cells.verified) === YES;
  return { id, content: cells.content, method: cells.method, standard: cells.standard, clause: cells.clause, violationId, verified };
}

const COLUMN_OF: Readonly<Record<string, MatterColumn>> = { id: 'itemId', content: 'content', clause: 'clause', violationId: 'violationId' };

/** The row and the heading of a field at fault. */
function placeOf(path: string, rows: readonly SheetRow[]): Omit<RowProblem, 'message'> {
  const items = /^subs\.(\d+)(?:\.items\.(\d+))?(?:\.(\w+))?$/.exec(path);
  if (items === null) return { row: rows[0]?.no ?? 0, column: TITLES.get(path) ?? '' };
  const [, sub = '0', item, name = ''] = items;
  const place = rowOfItem(rows, Number(sub), item === undefined ? 0 : Number(item));
  return { row: place, column: TITLES.get(item === undefined ? (name === 'code' ? 'subCode' : 'subName') : COLUMN_OF[name] ?? '') ?? '' };
}

/** The row of the n-th item of the n-th sub-matter, both in the order in which the sheet has them. */
function rowOfItem(rows: readonly SheetRow[], sub: number, item: number): number {
  const filled = rows.filter(({ cells }) => cells.content !== '' || cells.itemId !== '' || cells.subName !== '' || cells.subCode !== '');
  const groups = [...grouped(filled, ({ cells }) => (cells.subCode === '' ? `name ${cells.subName}` : normaliseCode(cells.subCode))).values()];
  return groups[sub]?.[item]?.no ?? rows[0]?.no ?? 0;
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...groups.get(keyOf(value)) ?? [], value]);
  return groups;
}
