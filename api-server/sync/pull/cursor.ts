import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { AppFailure } from '#shared/contract/result.ts';

const Xid = Type.String({ pattern: '^\\d{1,20}$' });
const Count = Type.Integer({ minimum: 0 });

/**
 * Where a pull stands. `snapshot`: which step of the whole scope, after which keys; whatever changed since `horizon`
 * is read from the log afterwards. `log`: everything up to (xid, seq) was sent.
 * Transaction ids are decimal text (xid8 exceeds what a number holds).
 */
const CursorSchema = Type.Union([
  Type.Object({
    phase: Type.Literal('snapshot'),
    epoch: Type.String(),
    scope: Type.String(),
    horizon: Xid,
    step: Count,
    after: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 2 }),
    done: Count,
    total: Count,
  }),
  Type.Object({ phase: Type.Literal('log'), epoch: Type.String(), scope: Type.String(), xid: Xid, seq: Count }),
]);
export type Cursor = Static<typeof CursorSchema>;
export type SnapshotCursor = Extract<Cursor, { phase: 'snapshot' }>;
export type LogCursor = Extract<Cursor, { phase: 'log' }>;

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Throws `AppFailure` RESYNC_REQUIRED when the text is no cursor of this server, or of another database or scope. */
export function decodeCursor(text: string, expected: { readonly epoch: string; readonly scope: string }): Cursor {
  const cursor = parse(text);
  if (cursor === null) throw resyncRequired('同步位置无法识别');
  if (cursor.epoch !== expected.epoch) throw resyncRequired('服务器数据库已更换或恢复过');
  if (cursor.scope !== expected.scope) throw resyncRequired('您的数据权限范围已变更');
  return cursor;
}

function parse(text: string): Cursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Value.Check(CursorSchema, value) ? value : null;
  } catch {
    return null;
  }
}

/** The client starts without a cursor; what it queued to send stays. */
export function resyncRequired(reason: string): AppFailure {
  return new AppFailure({ code: 'RESYNC_REQUIRED', message: `${reason}，需要重新下载全部数据。未上传的修改不会丢失。` });
}
