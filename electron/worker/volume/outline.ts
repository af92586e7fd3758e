import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNull, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';

export interface OutlineEntry {
  readonly title: string;
  /** Heading it stands under; empty stands by itself. */
  readonly section: string;
  /** Index of its first page. */
  readonly page: number;
}

interface Node {
  readonly title: string;
  readonly page: number;
  readonly children: Node[];
}

/** Bookmarks in two levels: headings, and the papers under them (PDF 32000-1, 12.3.3). */
export function addOutline(document: PDFDocument, entries: readonly OutlineEntry[]): void {
  const root = document.context.nextRef();
  const nodes = tree(entries);
  const { first, last } = writeLevel(document, root, nodes);
  const outline = PDFDict.withContext(document.context);
  outline.set(PDFName.of('Type'), PDFName.of('Outlines'));
  outline.set(PDFName.of('First'), first);
  outline.set(PDFName.of('Last'), last);
  outline.set(PDFName.of('Count'), PDFNumber.of(nodes.length));
  document.context.assign(root, outline);
  document.catalog.set(PDFName.of('Outlines'), root);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function tree(entries: readonly OutlineEntry[]): readonly Node[] {
  const nodes: Node[] = [];
  let under = '';
  for (const { title, section, page } of entries) {
    if (section !== '' && section !== under) nodes.push({ title: section, page, children: [] });
    under = section;
    (section === '' ? nodes : (nodes.at(-1)?.children ?? nodes)).push({ title, page, children: [] });
  }
  return nodes;
}

function writeLevel(document: PDFDocument, parent: PDFRef, nodes: readonly Node[]): { first: PDFRef; last: PDFRef } {
  const { context } = document;
  const refs = nodes.map(() => context.nextRef());
  for (const [index, node] of nodes.entries()) {
    const item = PDFDict.withContext(context);
    item.set(PDFName.of('Title'), PDFHexString.fromText(node.title));
    item.set(PDFName.of('Parent'), parent);
    item.set(PDFName.of('Dest'), destination(document, node.page));
    const [before, here, after] = [refs[index - 1], refs[index], refs[index + 1]];
    if (before !== undefined) item.set(PDFName.of('Prev'), before);
    if (after !== undefined) item.set(PDFName.of('Next'), after);
    if (here === undefined) continue;
    if (node.children.length > 0) {
      const { first, last } = writeLevel(document, here, node.children);
      item.set(PDFName.of('First'), first);
      item.set(PDFName.of('Last'), last);
      // Negative: closed until the reader opens it.
      item.set(PDFName.of('Count'), PDFNumber.of(-node.children.length));
    }
    context.assign(here, item);
  }
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined) throw new Error('an outline has at least one entry');
  return { first, last };
}

function destination(document: PDFDocument, page: number): PDFArray {
  const array = PDFArray.withContext(document.context);
  array.push(document.getPage(page).ref);
  array.push(PDFName.of('XYZ'));
  for (let count = 0; count < 3; count += 1) array.push(PDFNull);
  return array;
}
