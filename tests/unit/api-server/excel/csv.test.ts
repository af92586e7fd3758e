import { describe, expect, it } from 'vitest';
import { readTable } from '#api/excel/read-table.ts';

const COLUMNS = [{ key: 'name', title: '名称', required: true }, { key: 'code', title: '代码' }] as const;

async function read(bytes: Uint8Array, name = '企业.csv') {
  return readTable(bytes, { name, columns: COLUMNS });
}

async function cells(bytes: Uint8Array, name?: string): Promise<unknown> {
  const table = await read(bytes, name);
  return table.ok ? table.value.rows.map((row) => [row.no, row.cells.name, row.cells.code, row.problems.length]) : table.error;
}

const TEXT = '名称,代码\r\n"示例,一",="0012"\r\n\r\n示例二,007\r\n';
const EXPECTED = [[2, '示例,一', '0012', 0], [4, '示例二', '007', 0]];
/** TEXT in GB18030, by hand: Node encodes UTF-8 only. */
const GB = Buffer.from('c3fbb3c62cb4fac2eb0d0a22cabec0fd2cd2bb222c3d2230303132220d0a0d0acabec0fdb6fe2c3030370d0a', 'hex');

describe('CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['GB18030', GB],
  ])('is read in %s', async (_, bytes) => {
    expect(await cells(bytes)).toEqual(EXPECTED);
  });

  it('is read with tabs, semicolons and full-width commas, under .xls too', async () => {
    for (const delimiter of ['\t', ';', '，']) expect(await cells(Buffer.from(`名称${delimiter}代码\n示例${delimiter}1`), '企业.xls')).toEqual([[2, '示例', '1', 0]]);
  });

  it('shows codes that Excel spoiled, and keeps lines within quotes', async () => {
    expect(await cells(Buffer.from('名称,代码\n"示\n例",3.20508E+17\n短,1'))).toEqual([[2, '示\n例', '3.20508E+17', 1], [3, '短', '1', 0]]);
  });

  it('with an open quote or in no known encoding is refused', async () => {
    expect(await cells(Buffer.from('名称,代码\n"示例,1\n二,2'))).toMatchObject({ code: 'FILE_DAMAGED', message: expect.stringContaining('引号不配对') as string });
    expect(await cells(Uint8Array.from([0x80, 0xff, 0xff, 0x00, 0x81, 0x20]))).toMatchObject({ message: expect.stringContaining('无法识别 CSV 文件的编码') as string });
  });
});
