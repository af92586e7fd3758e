const LONGEST = 80;

/** Name proposed for a saved PDF, without what a file system refuses. */
export function suggestedFileName(documentName: string, docNo: string | null, partyName: string): string {
  const parts = [documentName, docNo ?? '', partyName].filter((part) => part !== '');
  const name = parts.join(' ').replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').trim();
  return `${[...name].slice(0, LONGEST).join('')}.pdf`;
}
