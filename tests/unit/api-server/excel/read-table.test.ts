import { unzipSync, zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from '#api/excel/read-table.ts';
import type { ReadOptions, Table } from '#api/excel/table.types.ts';
import type { AppError } from '#shared/contract/result.ts';
import { rawWorkbook, workbook } from '#tests/helpers/workbooks.ts';

const COLUMNS = [
  { key: 'name', title: '企业名称', aliases: ['单位名称', '名称'], required: true },
  { key: 'code', title: '统一社会信用代码', aliases: ['信用代码'] },
  { key: 'day', title: '成立日期' },
] as const;
type Key = (typeof COLUMNS)[number]['key'];

async function read(bytes: Uint8Array, options: Partial<ReadOptions<Key>> = {}): Promise<Table<Key>> {
  const result = await readTable<Key>(bytes, { name: '企业.xlsx', columns: COLUMNS, ...options });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function refusal(bytes: Uint8Array, options: Partial<ReadOptions<Key>> = {}): Promise<AppError> {
  const result = await readTable<Key>(bytes, { name: '企业.xlsx', columns: COLUMNS, ...options });
  if (result.ok) throw new Error('was read');
  return result.error;
}

const codes = (table: Table<Key>): readonly string[] => table.notes.map((note) => note.code);
const names = (table: Table<Key>): readonly string[] => table.rows.map((row) => row.cells.name);

describe('headings', () => {
  it('are found below a title and by other names, spaces and full-width signs aside', async () => {
    const table = await read(await workbook([['2026年度企业名录'], [], ['序号', ' 单位名称 * ', '信用代码（18位）', '成立日期：'], [1, '示例一', '91320508MA1TEXT06X', '2020-01-02']]));
    expect(table).toMatchObject({ headerRow: 3, missing: [], rows: [{ no: 4, cells: { name: '示例一', code: '91320508MA1TEXT06X', day: '2020-01-02' }, problems: [] }] });
    expect(table.notes.map((note) => note.message)).toEqual(['「序号」没有对应的列，其内容不读取。']);
  });

  it('that are missing or stand twice are named', async () => {
    const table = await read(await workbook([['信用代码', '统一社会信用代码', '地址'], ['A', 'B', 'C']]));
    expect(table.missing.map((column) => column.title)).toEqual(['企业名称']);
    expect(table.duplicates).toEqual([{ key: 'code', texts: ['信用代码', '统一社会信用代码'] }]);
    expect(table.rows[0]?.cells.code).toBe('A');
    expect(codes(table)).toContain('duplicate-header');
  });

  it('may be of two storeys, the upper one merged', async () => {
    const table = await read(await workbook([['企业名称', '登记信息', ''], ['', '统一社会信用代码', '成立日期'], ['示例一', 'X', '2020-01-02']], (sheet) => { sheet.mergeCells('A1:A2'); sheet.mergeCells('B1:C1'); }));
    expect(table.headerRow).toBe(2);
    expect(table.rows.map((row) => row.cells)).toEqual([{ name: '示例一', code: 'X', day: '2020-01-02' }]);
  });

  it('follow the mapping of the office, also to none', async () => {
    const table = await read(await workbook([['公司', '统一社会信用代码'], ['示例一', 'X']]), { mapping: { 公司: 'name', 统一社会信用代码: '' } });
    expect(table.rows[0]?.cells).toEqual({ name: '示例一', code: '', day: '' });
  });
});

describe('cells', () => {
  it('give dates of date formats, saved results of formulas, and numbers in plain decimals', async () => {
    const table = await read(await workbook([['名称', '信用代码', '成立日期'], [{ formula: 'A9&"一"', result: '示例一' }, 12345678, new Date(Date.UTC(2026, 0, 5))], [0.1 + 0.2, true, '2026.1.5']]));
    expect(table.rows.map((row) => row.cells)).toEqual([{ name: '示例一', code: '12345678', day: '2026-01-05' }, { name: '0.3', code: '是', day: '2026.1.5' }]);
    expect(codes(table)).toEqual(['formula']);
  });

  it('lose spaces at the ends, also full-width and zero-width ones', async () => {
    const table = await read(await workbook([['名称'], ['\u3000示例一 \u200b'], ['\u00a0示例二\ufeff ']]));
    expect(names(table)).toEqual(['示例一', '示例二']);
  });

  it('join the runs of a rich text and leave out its phonetic guide', async () => {
    const xml = '<x:worksheet xmlns:x="s"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:r><x:t>示</x:t></x:r><x:r><x:t>例&amp;</x:t></x:r></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const table = await read(rawWorkbook(xml, { 'xl/sharedStrings.xml': '<sst><si><t>名称</t><rPh><t>ming cheng</t></rPh></si></sst>' }));
    expect(names(table)).toEqual(['示例&']);
  });

  it('with a long code typed as a number, a formula error or no saved result are problems of their rows', async () => {
    const table = await read(await workbook([['名称', '信用代码'], ['甲', 320508199001011232], ['乙', { error: '#REF!' }], ['丙', { formula: 'A1' }], ['丁', '320508199001011232']]));
    expect(table.rows.map((row) => row.problems.map((problem) => [problem.key, problem.message.slice(0, 12)]))).toEqual([
      [['code', '「32050819900']], [['code', '单元格是公式错误「#RE']], [['code', '公式没有保存计算结果。请']], [],
    ]);
    expect(table.rows[3]?.cells.code).toBe('320508199001011232');
  });

  it('count days of the 1904 system and the day that never was', async () => {
    const sheet = '<worksheet><sheetData><row><c t="str"><v>名称</v></c></row><row><c s="1"><v>59</v></c></row><row><c s="1"><v>61</v></c></row><row><c s="1"><v>46027.395833</v></c></row></sheetData></worksheet>';
    const styles = { 'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>' };
    expect(names(await read(rawWorkbook(sheet, styles)))).toEqual(['1900-02-28', '1900-03-01', '2026-01-05 09:30']);
    const book = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表一" r:id="rId1"/></sheets></workbook>';
    expect(names(await read(rawWorkbook(sheet, { ...styles, 'xl/workbook.xml': book })))).toEqual(['1904-02-29', '1904-03-02', '2030-01-06 09:30']);
  });
});

describe('rows', () => {
  it('of a merged cell all get its text, and the office is told', async () => {
    const table = await read(await workbook([['名称', '信用代码'], ['示例一', 'A'], ['', 'B'], ['示例二', 'C']], (sheet) => { sheet.mergeCells('A2:A3'); }));
    expect(names(table)).toEqual(['示例一', '示例一', '示例二']);
    expect(table.notes).toEqual([{ code: 'merged', message: '数据中有 1 处合并单元格（第 2 行）：上下合并的按同一内容填入每一行，左右合并的只填左边一列。请核对预览。' }]);
  });

  it('that are hidden are read and said, or left out when asked', async () => {
    const bytes = await workbook([['名称'], ['一'], ['二'], ['三']], (sheet) => { sheet.getRow(3).hidden = true; });
    const all = await read(bytes);
    expect([names(all), all.notes[0]?.message]).toEqual([['一', '二', '三'], '有 1 行被隐藏或者筛选掉（第 3 行），也一并读取了。']);
    expect(names(await read(bytes, { skipHidden: true }))).toEqual(['一', '三']);
  });

  it('that are empty, sums or notes of who filled it in are no data', async () => {
    const table = await read(await workbook([['名称', '信用代码'], ['示例一', 'A'], [], ['合计', 12], ['填表人：示例人']]));
    expect([names(table), codes(table)]).toEqual([['示例一'], ['footer']]);
  });

  it('beyond the limit refuse the whole file, and say so', async () => {
    const bytes = await workbook([['名称'], ...Array.from({ length: 12 }, (_, index) => [`示例${String(index)}`])]);
    expect((await read(bytes, { limits: { rows: 12 } })).rows).toHaveLength(12);
    expect(await refusal(bytes, { limits: { rows: 11 } })).toEqual({ code: 'FILE_TOO_LARGE', message: '数据超过 11 行，一次最多导入 11 行，本次没有导入任何内容。请拆成几个文件分别导入。', details: { rows: 11 } });
  });

  it('of 50 000 are read and of 50 001 refused', async () => {
    const csv = (rows: number): Uint8Array => Buffer.from(`名称\n${Array.from({ length: rows }, (_, index) => `示例${String(index)}`).join('\n')}`);
    expect((await read(csv(50_000), { name: '企业.csv' })).rows).toHaveLength(50_000);
    expect((await refusal(csv(50_001), { name: '企业.csv' })).message).toBe('数据超过 50000 行，一次最多导入 50000 行，本次没有导入任何内容。请拆成几个文件分别导入。');
  });
});

describe('sheets', () => {
  it('are chosen by their headings, the others of the same kind named', async () => {
    const bytes = await workbook([['填写说明']], (_, book) => { book.addWorksheet('甲').addRows([['企业名称', '信用代码'], ['示例一', 'A']]); book.addWorksheet('乙').addRows([['名称'], ['示例二']]); });
    const table = await read(bytes);
    expect([table.sheet, names(table), table.notes[0]?.message]).toEqual(['甲', ['示例一'], '工作簿中还有「乙」也像是同类表格，这次只读取了「甲」。需要别的工作表请改选。']);
    expect(names(await read(bytes, { sheet: '乙' }))).toEqual(['示例二']);
    expect((await refusal(bytes, { sheet: '丙' })).message).toBe('工作簿中没有工作表「丙」，现有：企业、甲、乙。请重新选择。');
  });

  it('that are all hidden or empty are refused', async () => {
    expect((await refusal(await workbook([['名称']], (sheet) => { sheet.state = 'veryHidden'; }))).message).toContain('没有可读取的工作表');
    expect((await refusal(await workbook([]))).message).toContain('没有找到表头行');
  });
});

describe('files that are not what they say', () => {
  it('with macros are refused as .xlsm, and read without running anything when renamed', async () => {
    const bytes = zipSync({ ...unzipSync(await workbook([['名称'], ['示例一']])), 'xl/vbaProject.bin': strToU8('macro') });
    expect(await refusal(bytes, { name: '企业.xlsm' })).toMatchObject({ code: 'FILE_TYPE_REFUSED', message: expect.stringContaining('启用宏的工作簿（.xlsm）') as string });
    expect(codes(await read(bytes))).toEqual(['macro']);
  });

  it.each([
    ['an empty file', new Uint8Array(), '文件是空的'],
    ['an old .xls', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('Workbook', 'utf16le')]), '旧版 Excel 97–2003'],
    ['an encrypted .xlsx', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]), '打开密码'],
    ['a web page', Buffer.from('<html><table></table></html>'), '实际是网页'],
    ['a PDF', Buffer.from('%PDF-1.7'), '不是 Excel（.xlsx）或 CSV'],
    ['a zip of something else', zipSync({ 'word/document.xml': strToU8('<w/>') }), '不是 Excel（.xlsx）或 CSV'],
  ])('such as %s say what to do', async (_, bytes, words) => {
    expect((await refusal(bytes)).message).toContain(words);
  });

  it('are refused when cut off or changed inside', async () => {
    const whole = await workbook([['名称'], ['示例一']]);
    expect((await refusal(whole.subarray(0, whole.length - 40))).code).toBe('FILE_DAMAGED');
    const sheet = unzipSync(whole)['xl/worksheets/sheet1.xml'];
    expect(sheet).toBeDefined();
    const broken = Uint8Array.from(whole);
    const at = Buffer.from(broken.buffer).indexOf('xl/worksheets/sheet1.xml') + 30;
    broken.fill(0xff, at, at + 60);
    expect((await refusal(broken)).code).toBe('FILE_DAMAGED');
  });

  it('are refused by what comes out, not by what the archive says', async () => {
    const bomb = rawWorkbook(`<worksheet><sheetData>${'<row/>'.repeat(2_000_000)}</sheetData></worksheet>`);
    expect(bomb.length).toBeLessThan(60_000);
    const lying = Uint8Array.from(bomb);
    const view = Buffer.from(lying.buffer);
    for (let at = view.indexOf(Buffer.from([0x50, 0x4b, 1, 2])); at >= 0; at = view.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 4)) view.writeUInt32LE(10, at + 24);
    for (const bytes of [bomb, lying]) expect((await refusal(bytes, { limits: { unpackedBytes: 2 ** 20 } })).message).toBe('文件解压后超过 1 MB，不予读取。请删去多余的格式和空白行后另存再导入。');
    expect((await refusal(bomb, { limits: { bytes: 1024 } })).code).toBe('FILE_TOO_LARGE');
  });

  it('run no entity of their own', async () => {
    const table = await read(rawWorkbook('<!DOCTYPE x [<!ENTITY a "示例">]><worksheet><sheetData><row><c t="str"><v>名称</v></c></row><row><c t="str"><v>&a;甲</v></c></row></sheetData></worksheet>'));
    expect(names(table)).toEqual(['&a;甲']);
  });
});
