import { degrees, PDFDict, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '#worker/failure.ts';
import { uprightTurn } from '#worker/files/exif.ts';
import { calmAnnotations } from './annotations.ts';
import { addOutline, type OutlineEntry } from './outline.ts';
import { openSource } from './source.ts';

/** A4 in points. */
const A4 = { width: 595.28, height: 841.89 } as const;
const MARGIN = 28;
/** What a scanner or a camera delivers, at most this large on the sheet. */
const FRAME = { width: A4.width - 2 * MARGIN, height: A4.height - 2 * MARGIN } as const;

/** One paper of the volume: a PDF whose pages are taken over, or a picture mounted on a sheet of A4. */
export interface Part {
  readonly title: string;
  readonly section: string;
  readonly mime: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  /** Cover, catalogue and 备考表 carry no page number. */
  readonly numbered: boolean;
}

export interface MergeInput {
  /** Document information and PDF/A identification come from it: the cover and catalogue, typeset as PDF/A-2b. */
  readonly front: Uint8Array;
  readonly frontTitle: string;
  readonly parts: readonly Part[];
  /** Sheets 1, 2, 3 … with nothing but the number (`Typesetter.pageNumbers`), at least as many as numbered pages. */
  readonly numbers: Uint8Array;
  /** Called between parts. */
  readonly progress: (done: number, total: number) => void;
}

/**
 * One PDF of a volume: pages as they were issued or scanned, page numbers in the upper outer corner, bookmarks by heading.
 * Merges, numbers and mounts only; it never draws Chinese. Gives other work a turn after every part.
 */
export async function mergeVolume(input: MergeInput): Promise<Uint8Array> {
  const volume = await PDFDocument.load(input.front, { updateMetadata: false });
  forgetTags(volume);
  const outline: OutlineEntry[] = [{ title: input.frontTitle, section: '', page: 0 }];
  const numbered: PDFPage[] = [];
  for (const [index, part] of input.parts.entries()) {
    outline.push({ title: part.title, section: part.section, page: volume.getPageCount() });
    const pages = await addPart(volume, part);
    if (part.numbered) numbered.push(...pages);
    input.progress(index + 1, input.parts.length);
    await nextTurn();
  }
  await stampNumbers(volume, numbered, input.numbers);
  addOutline(volume, outline);
  return volume.save({ useObjectStreams: true, objectsPerTick: 200, updateFieldAppearances: false });
}

async function addPart(volume: PDFDocument, part: Part): Promise<readonly PDFPage[]> {
  return part.mime === 'application/pdf' ? copyPages(volume, part) : [await mountPicture(volume, part)];
}

async function copyPages(volume: PDFDocument, part: Part): Promise<readonly PDFPage[]> {
  const source = await openSource(part.bytes);
  if (source === null) throw failure('FILE_DAMAGED', `“${part.title}”的PDF无法读取，案卷没有生成。请重新取得这份文件后再试。`);
  for (const page of source.getPages()) {
    // Tags refer to the source's structure, which does not come along; forms and scripts have no place in a volume.
    page.node.delete(PDFName.of('StructParents'));
    page.node.delete(PDFName.of('AA'));
    page.node.delete(PDFName.of('B'));
    calmAnnotations(source, page);
  }
  const pages = await volume.copyPages(source, source.getPageIndices());
  for (const page of pages) volume.addPage(page);
  return pages;
}

/** Where the lower left corner of a picture lies when it is turned clockwise into a box, in widths and heights of the box. */
const CORNERS = { 0: [0, 0], 90: [0, 1], 180: [1, 1], 270: [1, 0] } as const;

/** A photograph or scan on A4: upright as the camera says, as large as the margins allow. */
async function mountPicture(volume: PDFDocument, part: Part): Promise<PDFPage> {
  const jpeg = part.mime === 'image/jpeg';
  const picture = jpeg ? await volume.embedJpg(part.bytes) : await volume.embedPng(part.bytes);
  const turn = jpeg ? uprightTurn(part.bytes) : 0;
  const sideways = turn === 90 || turn === 270;
  const { width, height } = sideways ? picture.scaleToFit(FRAME.height, FRAME.width) : picture.scaleToFit(FRAME.width, FRAME.height);
  const box = sideways ? { width: height, height: width } : { width, height };
  const page = volume.addPage([A4.width, A4.height]);
  const [right, up] = CORNERS[turn];
  page.drawImage(picture, { x: (A4.width - box.width) / 2 + right * box.width, y: (A4.height - box.height) / 2 + up * box.height, width, height, rotate: degrees(-turn) });
  return page;
}

/** Pages numbered before other work has its turn: some 20 ms. */
const STRETCH = 25;

async function stampNumbers(volume: PDFDocument, pages: readonly PDFPage[], numbers: Uint8Array): Promise<void> {
  if (pages.length === 0) return;
  const stamps = await volume.embedPdf(numbers, pages.map((_, index) => index));
  for (const [index, page] of pages.entries()) {
    const stamp = stamps[index];
    if (stamp !== undefined) drawStamp(page, stamp);
    if (index % STRETCH === STRETCH - 1) await nextTurn();
  }
}

/** The corner of the page as it is read: a turned or larger scan has its number where the reader looks for it. */
function drawStamp(page: PDFPage, stamp: Parameters<PDFPage['drawPage']>[0]): void {
  const { x, y, width, height } = page.getCropBox();
  const turned = ((page.getRotation().angle % 360) + 360) % 360;
  const sideways = turned === 90 || turned === 270;
  const scale = (sideways ? height : width) / A4.width;
  const top = (sideways ? width : height) - A4.height * scale;
  const at = { 0: { x, y: y + top }, 90: { x: x + width - top, y }, 180: { x: x + width, y: y + height - top }, 270: { x: x + top, y: y + height } }[turned] ?? { x, y };
  page.drawPage(stamp, { ...at, xScale: scale, yScale: scale, rotate: degrees(turned) });
}

/** The cover's own tags describe the cover only; a half-tagged file claims more than it holds. */
function forgetTags(volume: PDFDocument): void {
  volume.catalog.delete(PDFName.of('StructTreeRoot'));
  volume.catalog.delete(PDFName.of('MarkInfo'));
  for (const page of volume.getPages()) {
    page.node.delete(PDFName.of('StructParents'));
    if (page.node.lookupMaybe(PDFName.of('AA'), PDFDict) !== undefined) page.node.delete(PDFName.of('AA'));
  }
}
