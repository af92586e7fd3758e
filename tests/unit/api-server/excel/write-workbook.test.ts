import ExcelJs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readTable } from '#api/excel/read-table.ts';
import { writeWorkbook } from '#api/excel/write-workbook.ts';

async function opened(bytes: Uint8Array): Promise<ExcelJs.Workbook> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Buffer.from(bytes).buffer);
  return book;
}

describe('a written workbook', () => {
  it('holds what somebody typed as text, never as a formula', async () => {
    const dangerous = ['=HYPERLINK("http://x","y")', '+1', '-1+1', '@SUM(A1)', '\t=1', '0012'];
    const book = await opened(await writeWorkbook([{ name: '退回', columns: [{ title: '内容' }], rows: dangerous.map((text) => [text]) }]));
    const sheet = book.getWorksheet('退回');
    const cells = dangerous.map((_, index) => sheet?.getCell(index + 2, 1));
    expect(cells.map((cell) => [cell?.type, cell?.value, cell?.numFmt])).toEqual(dangerous.map((text) => [ExcelJs.ValueType.String, text, '@']));
  });

  it('keeps numbers and money as numbers, the headings in view, and can be read again', async () => {
    const bytes = await writeWorkbook([{ name: '统计', caption: '截至2026-11-20', columns: [{ title: '名称' }, { title: '罚款', kind: 'money' }], rows: [['示例', 1234.5], ['空', null]] }]);
    const sheet = (await opened(bytes)).getWorksheet('统计');
    expect([sheet?.getCell('B3').value, sheet?.getCell('B3').numFmt, sheet?.views[0]]).toMatchObject([1234.5, '#,##0.00', { state: 'frozen', ySplit: 2 }]);
    const table = await readTable(bytes, { name: '统计.xlsx', columns: [{ key: 'name', title: '名称' }, { key: 'fine', title: '罚款' }] });
    expect(table.ok && table.value.rows.map((row) => row.cells)).toEqual([{ name: '示例', fine: '1234.5' }, { name: '空', fine: '' }]);
  });

  it('gives sheets names that Excel takes', async () => {
    const sheet = (name: string) => ({ name, columns: [{ title: '列' }], rows: [] });
    const book = await opened(await writeWorkbook([sheet('2026/11: [全市]'), sheet('长'.repeat(40)), sheet('长'.repeat(40)), sheet('')]));
    expect(book.worksheets.map((each) => each.name)).toEqual(['2026 11   全市', '长'.repeat(31), `${'长'.repeat(27)}(2)`, '工作表']);
  });
});
