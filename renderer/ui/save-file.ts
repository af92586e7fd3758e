/** The window may still be reading the content when the click returns. */
const KEPT_MS = 60_000;

/** Hands content over as a download; the main process asks where it goes. */
export function saveFile(name: string, content: BlobPart, type = 'application/octet-stream'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, KEPT_MS);
}

/** The same for base64, as the server answers workbooks. */
export function saveBase64(name: string, base64: string): void {
  saveFile(name, Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}
