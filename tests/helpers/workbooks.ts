import ExcelJs from 'exceljs';
import { strToU8, zipSync } from 'fflate';

/** An .xlsx written by a foreign library from rows of values; `change` merges, hides and formats. */
export async function workbook(rows: readonly (readonly ExcelJs.CellValue[])[], change: (sheet: ExcelJs.Worksheet, book: ExcelJs.Workbook) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJs.Workbook();
  const sheet = book.addWorksheet('企业');
  for (const row of rows) sheet.addRow([...row]);
  change(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of hand-written parts: `sheetXml` as it stands, `more` parts beside it. */
export function rawWorkbook(sheetXml: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${RELS}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
