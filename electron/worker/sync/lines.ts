import type { PullLine } from '#shared/contract/sync.ts';
import type { PageLine } from '#worker/db/store.ts';
import { failure } from '#worker/failure.ts';

/** A line of the pull stream; the body of a record stays text. */
export type StreamLine = PageLine | Extract<PullLine, { readonly t: 'mark' | 'end' }>;

const BODY = ',"body":';

function malformed(): Error {
  return failure('INTERNAL', '服务器发来的同步数据无法识别，同步已停止。请稍后重试；仍不行请联系系统管理员。');
}

/** The server writes the body last and unparsed, so it can be cut out; any other order is parsed and written again. */
export function parseLine(text: string): StreamLine {
  const at = text.startsWith('{"t":"record"') ? text.indexOf(BODY) : -1;
  try {
    if (at < 0) return whole(JSON.parse(text) as PullLine);
    const head = JSON.parse(`${text.slice(0, at)}}`) as { readonly kind?: unknown; readonly id?: unknown; readonly rev?: unknown };
    if (typeof head.kind !== 'string' || typeof head.id !== 'string' || typeof head.rev !== 'number') return whole(JSON.parse(text) as PullLine);
    return { t: 'record', kind: head.kind, id: head.id, rev: head.rev, body: text.slice(at + BODY.length, -1) };
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed();
    throw error;
  }
}

function whole(line: PullLine): StreamLine {
  return line.t === 'record' ? { ...line, body: JSON.stringify(line.body) } : line;
}

/** Whole lines of a stream of text, a batch a chunk. What stands behind the last line break at the end is torn off. */
export async function* batchesOfLines(chunks: AsyncIterable<string>): AsyncIterable<readonly string[]> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
}
