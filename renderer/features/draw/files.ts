/** Hands bytes over as a download. */
function save(name: string, bytes: BlobPart, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 60_000);
}

/** An Excel file that came as base64. */
export function saveWorkbook({ name, file }: { readonly name: string; readonly file: string }): void {
  save(name, Uint8Array.from(atob(file), (character) => character.charCodeAt(0)), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}

export function savePdf(name: string, bytes: Uint8Array): void {
  save(name, bytes.slice(), 'application/pdf');
}

export function saveText(name: string, text: string): void {
  save(name, text, 'application/json;charset=utf-8');
}
