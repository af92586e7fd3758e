import { isUtf8 } from 'node:buffer';
import type { PullLine } from '#shared/contract/sync.ts';
import type { PageLine } from '#worker/db/store.ts';
import { failure } from '#worker/failure.ts';

/** A line of the pull stream; the body of a record stays as it came. */
export type StreamLine = PageLine | Extract<PullLine, { readonly t: 'mark' | 'end' }>;

const BODY = ',"body":';

function malformed(): Error {
  return failure('INTERNAL', '服务器发来的同步数据无法识别，同步已停止。请稍后重试；仍不行请联系系统管理员。');
}

/** What stands before the first body: kind, id and revision are short. */
const HEAD_BYTES = 1024;
const RECORD = Buffer.from('{"t":"record"');

/** The server writes the body last and unparsed, so it can be cut out; any other order is parsed and written again. */
export function parseLine(bytes: Buffer): StreamLine {
  if (!isUtf8(bytes)) throw malformed();
  try {
    return cutRecord(bytes) ?? whole(JSON.parse(bytes.toString()) as PullLine);
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed();
    throw error;
  }
}

/** `null` when the line is no record, or one whose members stand in another order. */
function cutRecord(bytes: Buffer): StreamLine | null {
  if (bytes.compare(RECORD, 0, RECORD.length, 0, Math.min(RECORD.length, bytes.length)) !== 0) return null;
  const at = bytes.subarray(0, HEAD_BYTES).indexOf(BODY);
  if (at < 0) return null;
  const head = JSON.parse(`${bytes.toString('utf8', 0, at)}}`) as { readonly kind?: unknown; readonly id?: unknown; readonly rev?: unknown };
  if (typeof head.kind !== 'string' || typeof head.id !== 'string' || typeof head.rev !== 'number') return null;
  return { t: 'record', kind: head.kind, id: head.id, rev: head.rev, body: bytes.subarray(at + BODY.length, -1) };
}

function whole(line: PullLine): StreamLine {
  return line.t === 'record' ? { ...line, body: JSON.stringify(line.body) } : line;
}

const LINE_BREAK = 0x0a;

/** Whole lines of a stream, a batch a chunk. What stands behind the last line break at the end is torn off. */
export async function* batchesOfLines(chunks: AsyncIterable<Buffer>): AsyncIterable<readonly Buffer[]> {
  let torn: Buffer[] = [];
  for await (const chunk of chunks) {
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LINE_BREAK); end >= 0; end = chunk.indexOf(LINE_BREAK, from)) {
      const rest = chunk.subarray(from, end);
      lines.push(torn.length === 0 ? rest : Buffer.concat([...torn, rest]));
      torn = [];
      from = end + 1;
    }
    if (from < chunk.length) torn.push(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
}
