import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { HeaderMatch } from '#shared/domain/import/column.ts';
import { columnOf, IMPORT_TARGETS, type ImportTarget } from '#shared/domain/import/target.ts';
import { writeWorkbook } from '../../excel/write-workbook.ts';
import type { PlannedRow } from './plan.ts';

type WorkbookFile = HttpOutput<'importTemplate'>;

async function workbookFile(name: string, sheets: Parameters<typeof writeWorkbook>[0]): Promise<WorkbookFile> {
  return { name, file: Buffer.from(await writeWorkbook(sheets)).toString('base64') };
}

/** An empty form with an example, and a sheet that explains each column. */
export async function templateOf(target: ImportTarget): Promise<WorkbookFile> {
  const label = IMPORT_TARGETS[target.key];
  return workbookFile(`${label}导入模板.xlsx`, [
    { name: label, columns: target.columns.map((column) => ({ title: column.title, width: 22 })), rows: [target.columns.map((column) => column.example)] },
    {
      name: '填写说明', columns: [{ title: '列', width: 24 }, { title: '必填', width: 8 }, { title: '说明', width: 60 }, { title: '也可写作', width: 60 }],
      rows: target.columns.map((column) => [column.title, column.mandatory === true ? '是' : '', column.hint, (column.aliases ?? []).join('、')]),
    },
  ]);
}

/** The wrong rows under the headings of the file they came from, so that they can be mended and imported again. */
export async function rejectedOf(target: ImportTarget, fileName: string, headers: readonly HeaderMatch[], planned: readonly PlannedRow[]): Promise<WorkbookFile> {
  const read = headers.flatMap(({ key, text }) => (key === null ? [] : [{ key, text }]));
  const wrong = planned.filter(({ verdict }) => verdict === 'wrong');
  return workbookFile(`${fileName.replace(/\.[^.]+$/, '')}-退回行.xlsx`, [{
    name: '退回行',
    columns: [{ title: '退回原因', width: 60 }, { title: '原行号', width: 8 }, ...read.map(({ text }) => ({ title: text, width: 20 }))],
    rows: wrong.map(({ row, problems }) => [reasonOf(target, problems), String(row.no), ...read.map(({ key }) => row.cells[key] ?? '')]),
  }]);
}

function reasonOf(target: ImportTarget, problems: PlannedRow['problems']): string {
  return problems.map(({ key, message }) => `${columnOf(target, key)?.title ?? '整行'}：${message}`).join('\n');
}
