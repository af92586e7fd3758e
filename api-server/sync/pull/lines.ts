import type { PullLine } from '#shared/contract/sync.ts';

/** A stored entity whose body is passed through as the text it is stored as. */
export interface StoredRecord {
  readonly kind: string;
  readonly id: string;
  readonly rev: number;
  /** JSON text. */
  readonly body: string;
}

/** Bytes a UTF-16 unit takes at most in UTF-8. */
const MOST_BYTES = 3;
/** What a line has around its body, id and kind. */
const FRAME = 100;

/** NDJSON lines of a page and what follows them, the bodies neither parsed nor copied more than once. */
export function encodePage(records: readonly StoredRecord[], tail: string): Buffer {
  const units = records.reduce((sum, { id, body }) => sum + id.length + body.length + FRAME, tail.length);
  const page = Buffer.allocUnsafe(units * MOST_BYTES);
  let length = 0;
  for (const { kind, id, rev, body } of records) {
    length += page.write(`{"t":"record","kind":"${kind}","id":${JSON.stringify(id)},"rev":${String(rev)},"body":`, length);
    length += page.write(oneLine(body), length);
    length += page.write('}\n', length);
  }
  length += page.write(tail, length);
  return page.subarray(0, length);
}

export function line(value: Exclude<PullLine, { t: 'record' }>): string {
  return `${JSON.stringify(value)}\n`;
}

/** `json` columns keep their text: one written by hand may hold line breaks, which would tear the line. */
function oneLine(body: string): string {
  return body.includes('\n') || body.includes('\r') ? JSON.stringify(JSON.parse(body)) : body;
}
