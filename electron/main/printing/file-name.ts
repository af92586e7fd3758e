const LONGEST = 120;

export type FileEnding = 'pdf' | 'docx' | 'zip';

/** A file name that Windows, Linux and memory sticks accept: no path, no reserved characters, the right ending, once. */
export function fileName(suggested: string, ending: FileEnding): string {
  const printable = [...suggested].map((character) => (character < ' ' || '\\/:*?"<>|'.includes(character) ? '_' : character)).join('');
  const stem = printable.replace(/\.(?:pdf|docx|zip)$/i, '').replace(/^[.\s]+|[.\s]+$/g, '').slice(0, LONGEST);
  return `${stem === '' ? '文书' : stem}.${ending}`;
}
