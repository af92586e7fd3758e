const LONGEST = 120;

/** A file name that Windows, Linux and memory sticks accept: no path, no reserved characters, `.pdf` at the end. */
export function pdfFileName(suggested: string): string {
  const printable = [...suggested].map((character) => (character < ' ' || '\\/:*?"<>|'.includes(character) ? '_' : character)).join('');
  const stem = printable.replace(/\.pdf$/i, '').replace(/^[.\s]+|[.\s]+$/g, '').slice(0, LONGEST);
  return `${stem === '' ? '文书' : stem}.pdf`;
}
