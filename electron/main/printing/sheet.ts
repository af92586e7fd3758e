/**
 * The page that is printed: one picture a sheet, A4 to the edge. `title` names the job in the print queue; `mark` stands in
 * the margin of every sheet of a reprint. Both are plain text without markup.
 */
export function sheetHtml(pages: number, title: string, mark: string): string {
  const margin = mark === '' ? '' : `<p>${mark}</p>`;
  const sheets = Array.from({ length: pages }, (_, index) => `<div><img src="${index + 1}.svg" alt="">${margin}</div>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="sheet.css"></head><body>${sheets}</body></html>`;
}

/** In the margin of a reprint, so that it is not taken for the first original; nothing on the first print. `prints`: so far. */
export function reprintMark(prints: number): string {
  return prints === 0 ? '' : `第 ${prints + 1} 次打印`;
}

export const SHEET_CSS = `@page { size: 210mm 297mm; margin: 0 }
html, body { margin: 0; padding: 0 }
div { position: relative; width: 210mm; height: 297mm; overflow: hidden; break-after: page; break-inside: avoid }
div:last-child { break-after: auto }
img { display: block; width: 210mm; height: 297mm }
p { position: absolute; right: 26mm; bottom: 6mm; margin: 0; font: 9pt sans-serif; color: #444 }`;
