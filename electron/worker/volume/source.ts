import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';

/** What a PDF of another origin is, as far as the volume must know. */
export interface PdfFacts {
  /** 0: it cannot be merged and is kept apart. */
  readonly pages: number;
  /** Why it is not PDF/A, in words for the officer; empty for one that is. */
  readonly faults: readonly string[];
}

/** Opens a PDF to take its pages. A file locked only against changes opens without a password; `null` where it has no page that can be read. */
export async function openSource(bytes: Uint8Array): Promise<PDFDocument | null> {
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false, parseSpeed: ParseSpeeds.Fastest, password: '' });
    return source.getPageCount() === 0 ? null : source;
  } catch {
    return null;
  }
}

/** Page count and what keeps the file from being PDF/A. Looks at the file's objects, not into the pages' drawing. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt');
  const source = await openSource(bytes);
  if (source === null) return { pages: 0, faults: [encrypted ? '文件设有打开密码，不能并入案卷，另存原件' : '文件无法读取，不能并入案卷，另存原件'] };
  const lock = encrypted ? ['文件设有加密'] : [];
  return { pages: source.getPageCount(), faults: claimsArchive(source) ? lock : [...lock, ...objectFaults(source)] };
}

/** The file says of itself that it is PDF/A (ISO 19005, 6.6.4). */
function claimsArchive(source: PDFDocument): boolean {
  const metadata = source.catalog.lookup(PDFName.of('Metadata'));
  return metadata instanceof PDFRawStream && Buffer.from(metadata.contents).includes('pdfaid:part');
}

function objectFaults(source: PDFDocument): readonly string[] {
  const fonts = new Set<string>();
  const other = new Set<string>();
  for (const [, object] of source.context.enumerateIndirectObjects()) {
    const dict = dictOf(object);
    if (dict === null) continue;
    const font = openFont(dict);
    if (font !== null) fonts.add(font);
    if (isName(dict.get(PDFName.of('ColorSpace')), 'DeviceCMYK')) other.add('图片为印刷四色（CMYK），颜色可能有偏差');
    if (usesLzw(dict)) other.add('使用了存档格式不允许的LZW压缩');
  }
  if (source.catalog.has(PDFName.of('AcroForm'))) other.add('含有表单，并入后只保留外观');
  const embedding = fonts.size === 0 ? [] : [`字体未嵌入（${[...fonts].slice(0, 3).join('、')}${fonts.size > 3 ? '等' : ''}），换一台电脑打开可能走样`];
  return [...embedding, ...other];
}

function dictOf(object: PDFObject): PDFDict | null {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFStream ? object.dict : null;
}

function isName(object: PDFObject | undefined, name: string): boolean {
  return object === PDFName.of(name);
}

/** The name of a font whose outlines the file does not bring along. */
function openFont(dict: PDFDict): string | null {
  const subtype = dict.get(PDFName.of('Subtype'));
  const simple = ['Type1', 'MMType1', 'TrueType', 'CIDFontType0', 'CIDFontType2'].some((name) => isName(subtype, name));
  if (!isName(dict.get(PDFName.of('Type')), 'Font') || !simple) return null;
  const descriptor = dict.lookup(PDFName.of('FontDescriptor'));
  const embedded = descriptor instanceof PDFDict && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(PDFName.of(key)));
  return embedded ? null : nameText(dict.get(PDFName.of('BaseFont')));
}

function nameText(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '未命名字体';
}

function usesLzw(dict: PDFDict): boolean {
  const filter = dict.get(PDFName.of('Filter'));
  return isName(filter, 'LZWDecode') || (filter instanceof PDFArray && filter.asArray().some((each) => isName(each, 'LZWDecode')));
}
