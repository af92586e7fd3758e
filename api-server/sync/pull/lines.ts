import type { PullLine } from '#shared/contract/sync.ts';

/** A stored entity whose body is passed through as the text it is stored as. */
export interface StoredRecord {
  readonly kind: string;
  readonly id: string;
  readonly rev: number;
  /** JSON text. */
  readonly body: string;
}

/** One NDJSON line without parsing the body. */
export function recordLine({ kind, id, rev, body }: StoredRecord): string {
  return `{"t":"record","kind":"${kind}","id":${JSON.stringify(id)},"rev":${String(rev)},"body":${oneLine(body)}}\n`;
}

export function line(value: Exclude<PullLine, { t: 'record' }>): string {
  return `${JSON.stringify(value)}\n`;
}

/** `json` columns keep their text: one written by hand may hold line breaks, which would tear the line. */
function oneLine(body: string): string {
  return body.includes('\n') || body.includes('\r') ? JSON.stringify(JSON.parse(body)) : body;
}
