/** A new id for a case, document, piece of evidence or other record made on this machine. */
export function newId(): string {
  return crypto.randomUUID();
}
