import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';

/** Seen and printed in any reader: seals and signatures of other bodies come as such annotations. */
const KEPT = new Set(['Widget', 'Stamp', 'FreeText', 'Ink', 'Line', 'Square', 'Circle', 'Highlight', 'Underline', 'StrikeOut']);
/** Flag 3: print. */
const PRINT_FLAG = 4;
/** What acts, or leads out of the page, or ties it to a form. */
const ACTIVE = ['A', 'AA', 'Dest', 'Parent', 'Popup', 'MK', 'DA', 'StructParent'] as const;

/** Leaves of a page's annotations what is seen, without anything that acts (ISO 19005-2, 6.3 and 6.5). */
export function calmAnnotations(document: PDFDocument, page: PDFPage): void {
  const annotations = page.node.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  const kept = annotations.asArray().filter((each) => {
    const annotation = document.context.lookup(each);
    return annotation instanceof PDFDict && calm(annotation);
  });
  if (kept.length === 0) page.node.delete(PDFName.of('Annots'));
  else page.node.set(PDFName.of('Annots'), document.context.obj(kept));
}

function calm(annotation: PDFDict): boolean {
  const subtype = annotation.get(PDFName.of('Subtype'));
  const appearance = annotation.lookup(PDFName.of('AP'));
  if (!(subtype instanceof PDFName) || !KEPT.has(subtype.decodeText()) || !(appearance instanceof PDFDict)) return false;
  for (const key of ACTIVE) annotation.delete(PDFName.of(key));
  for (const key of ['R', 'D']) appearance.delete(PDFName.of(key));
  annotation.set(PDFName.of('F'), PDFNumber.of(PRINT_FLAG));
  return true;
}
