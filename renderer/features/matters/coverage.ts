import { csvOf } from '#renderer/ui/csv.ts';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { applies, type CoverageCell } from '#shared/domain/matter/coverage.ts';
import { CLAIM_STATES, MATTER_SYSTEMS, type Matter } from '#shared/domain/matter/matter.ts';
import { DISTRICTS, type District } from '#shared/domain/organisation/organisation.ts';

export type Coverage = HttpOutput<'matterCoverage'>;

/** Names short enough for the head of a narrow column. */
export const SHORT_DISTRICTS: Readonly<Record<District, string>> = {
  '320500': '市本级', '320505': '虎丘', '320506': '吴中', '320507': '相城', '320508': '姑苏', '320509': '吴江', '320571': '园区', '320581': '常熟', '320582': '张家港', '320583': '昆山', '320585': '太仓',
};

const NOTHING = { visits: 0, provinceVisits: 0, open: 0, overdue: 0 } as const;
export type Counts = Pick<CoverageCell, 'visits' | 'provinceVisits' | 'open' | 'overdue'>;

export interface CoverageRow {
  readonly matter: Matter;
  readonly cells: readonly (Counts & { readonly district: District; readonly applies: boolean; readonly done: number })[];
  readonly total: Counts & { readonly done: number };
}

function sumOf(cells: readonly Counts[]): Counts & { readonly done: number } {
  const sum = cells.reduce<Counts>((total, cell) => ({ visits: total.visits + cell.visits, provinceVisits: total.provinceVisits + cell.provinceVisits, open: total.open + cell.open, overdue: total.overdue + cell.overdue }), NOTHING);
  return { ...sum, done: sum.visits + sum.provinceVisits };
}

/** The matrix: a row a matter, a cell a district, in the order of the catalogue. */
export function coverageRows({ matters, cells, districts }: Coverage): readonly CoverageRow[] {
  const byKey = new Map(cells.map((cell) => [`${cell.matterCode} ${cell.district}`, cell]));
  return matters.map((matter) => {
    const own = districts.map((district) => {
      const { visits, provinceVisits, open, overdue } = byKey.get(`${matter.code} ${district}`) ?? NOTHING;
      return { district, applies: applies(matter, district), visits, provinceVisits, open, overdue, done: visits + provinceVisits };
    });
    return { matter, cells: own, total: sumOf(own) };
  });
}

/** Totals of the districts over the rows shown. */
export function columnTotals(rows: readonly CoverageRow[], districts: readonly District[]): readonly (Counts & { readonly done: number })[] {
  return districts.map((_district, index) => sumOf(rows.flatMap((row) => row.cells[index] ?? [])));
}

/** Five shades by the largest cell; zero has none. */
export function shadeOf(done: number, most: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (done === 0 || most === 0) return 0;
  return Math.min(5, Math.ceil((Math.log1p(done) / Math.log1p(most)) * 5)) as 1 | 2 | 3 | 4 | 5;
}

/** What a cell says in words, for the hover and the screen reader. */
export function cellText(row: CoverageRow, index: number): string {
  const cell = row.cells[index];
  if (cell === undefined) return '';
  const parts = [`检查 ${cell.done} 次`];
  if (cell.provinceVisits > 0) parts.push(`其中省系统 ${cell.provinceVisits} 次`);
  if (cell.open > 0) parts.push(`未完成任务 ${cell.open} 件${cell.overdue > 0 ? `，其中逾期 ${cell.overdue} 件` : ''}`);
  if (!cell.applies) parts.push(row.matter.claim === 'claimed' ? '本地区不承接' : CLAIM_STATES[row.matter.claim]);
  return `${row.matter.name}，${DISTRICTS[cell.district]}：${parts.join('，')}`;
}

export function coverageCsv(rows: readonly CoverageRow[], districts: readonly District[]): string {
  const head = ['序号', '事项编码', '事项名称', '系统', '认领', ...districts.map((district) => DISTRICTS[district]), '合计', '其中省系统', '未完成任务', '逾期'];
  return csvOf(head, rows.map(({ matter, cells, total }) => [
    String(matter.no), matter.code, matter.name, MATTER_SYSTEMS[matter.system], CLAIM_STATES[matter.claim], ...cells.map((cell) => String(cell.done)),
    String(total.done), String(total.provinceVisits), String(total.open), String(total.overdue),
  ]));
}
