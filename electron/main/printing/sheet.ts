/** The page that is printed: one picture a sheet, A4 to the edge. `title` (plain text without markup) names the job in the print queue. */
export function sheetHtml(pages: number, title: string): string {
  const sheets = Array.from({ length: pages }, (_, index) => `<div><img src="${index + 1}.svg" alt=""></div>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="sheet.css"></head><body>${sheets}</body></html>`;
}

export const SHEET_CSS = `@page { size: 210mm 297mm; margin: 0 }
html, body { margin: 0; padding: 0 }
div { width: 210mm; height: 297mm; overflow: hidden; break-after: page; break-inside: avoid }
div:last-child { break-after: auto }
img { display: block; width: 210mm; height: 297mm }`;
