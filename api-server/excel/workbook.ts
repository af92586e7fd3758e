import { isDateFormat } from './serial.ts';
import type { Parts } from './package.ts';
import type { SheetInfo } from './table.types.ts';
import { decodeXml, XmlCursor } from './xml.ts';

export interface WorkbookSheet extends SheetInfo {
  /** Name of the part. */
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly from1904: boolean;
  readonly strings: readonly string[];
  /** By style index: whether numbers are shown as dates. */
  readonly dateStyles: readonly boolean[];
  readonly hasMacros: boolean;
}

/** What all sheets share; `null` where the package is no workbook. */
export async function readWorkbook(parts: Parts): Promise<Workbook | null> {
  const book = await parts.read('xl/workbook.xml');
  if (book === null) return null;
  const targets = await readTargets(parts);
  const { sheets, from1904 } = readSheets(book, targets);
  const part = (kind: string, usual: string): string => targets.byKind.get(kind) ?? usual;
  return {
    sheets, from1904,
    strings: readStrings(await parts.read(part('sharedStrings', 'xl/sharedstrings.xml')) ?? ''),
    dateStyles: readDateStyles(await parts.read(part('styles', 'xl/styles.xml')) ?? ''),
    hasMacros: parts.names.some((name) => name.endsWith('vbaproject.bin')),
  };
}

interface Targets {
  readonly byId: ReadonlyMap<string, string>;
  /** By the last word of the relationship's type, e.g. `sharedStrings`. */
  readonly byKind: ReadonlyMap<string, string>;
}

async function readTargets(parts: Parts): Promise<Targets> {
  const byId = new Map<string, string>();
  const byKind = new Map<string, string>();
  const cursor = new XmlCursor(await parts.read('xl/_rels/workbook.xml.rels') ?? '');
  while (cursor.next()) {
    if (cursor.name !== 'Relationship') continue;
    const target = cursor.attribute('Target') ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    byId.set(cursor.attribute('Id') ?? '', part.toLowerCase());
    byKind.set((cursor.attribute('Type') ?? '').split('/').at(-1) ?? '', part.toLowerCase());
  }
  return { byId, byKind };
}

function readSheets(xml: string, targets: Targets): Pick<Workbook, 'sheets' | 'from1904'> {
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  const cursor = new XmlCursor(xml);
  while (cursor.next()) {
    if (cursor.kind === 'close') continue;
    if (cursor.name === 'workbookPr') from1904 = /^(1|true)$/.test(cursor.attribute('date1904') ?? '');
    if (cursor.name !== 'sheet') continue;
    const part = targets.byId.get(cursor.attribute('id') ?? '');
    // Charts and dialogs are sheets too; they have no rows.
    if (part?.includes('worksheets/') === true) sheets.push({ name: cursor.attribute('name') ?? '', hidden: (cursor.attribute('state') ?? 'visible') !== 'visible', part });
  }
  return { sheets, from1904 };
}

/** Shared texts: the runs of a rich text joined, its phonetic guide (拼音) left out. */
function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  const cursor = new XmlCursor(xml);
  let [text, phonetic] = ['', false];
  while (cursor.next()) {
    const { name, kind } = cursor;
    if (name === 'si') {
      if (kind !== 'open') strings.push(text);
      text = '';
    } else if (name === 'rPh') phonetic = kind === 'open';
    else if (name === 't' && kind === 'close' && !phonetic) text += decodeXml(cursor.text);
  }
  return strings;
}

function readDateStyles(xml: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  const cursor = new XmlCursor(xml);
  let inCells = false;
  while (cursor.next()) {
    if (cursor.name === 'cellXfs') inCells = cursor.kind === 'open';
    if (cursor.kind === 'close') continue;
    if (cursor.name === 'numFmt') codes.set(Number(cursor.attribute('numFmtId')), cursor.attribute('formatCode') ?? '');
    if (cursor.name === 'xf' && inCells) {
      const id = Number(cursor.attribute('numFmtId') ?? 0);
      styles.push(isDateFormat(id, codes.get(id) ?? null));
    }
  }
  return styles;
}
