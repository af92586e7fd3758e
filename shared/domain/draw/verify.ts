import { firstMisfit, fits } from '../case-file/validate.ts';
import { ALGORITHM, commitmentOf, draw, seedOf, snapshotHash } from './draw.ts';
import { byteOffset, canonicalJson } from './hashing.ts';
import { type DrawRecord, digestsOf, RECORD_FORMAT, recordHashOf } from './record.ts';
import { RecordSchema } from './record-schema.ts';
import { wasBefore } from './repair.ts';

export type RecordPath = readonly (string | number)[];

export type DrawVerdict =
  | { readonly ok: true; readonly record: DrawRecord }
  /** `path`: the first wrong part; `offset`: where it begins in the exported file, in bytes. */
  | { readonly ok: false; readonly path: RecordPath; readonly offset: number | null; readonly message: string };

/** `snapshot.objects[3].name` of a path. */
export function pathText(path: RecordPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${String(step)}]` : index === 0 ? step : `.${step}`)).join('');
}

/** Draws again from the record alone. Names the first part that does not hold. */
export function verifyDraw(value: unknown): DrawVerdict {
  if (!fits(RecordSchema, value)) {
    const path = firstMisfit(RecordSchema, value).split(/[./]/).filter((step) => step !== '').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return wrong(value, path, '缺少或者格式不对，不是完整的抽取记录');
  }
  // The schema has all members of the record; what it calls text holds the constants checked next.
  const record = value as unknown as DrawRecord;
  if (record.format !== RECORD_FORMAT) return wrong(record, ['format'], `是“${String(record.format)}”，本程序只认识“${RECORD_FORMAT}”`);
  if (record.algorithm !== ALGORITHM) return wrong(record, ['algorithm'], `是“${String(record.algorithm)}”，本程序只能重放“${ALGORITHM}”`);
  const failed = failedCheck(record);
  if (failed === null) return { ok: true, record };
  return located(record, failed) ?? wrong(record, failed.path, failed.message);
}

function wrong(record: unknown, path: RecordPath, message: string): DrawVerdict & { ok: false } {
  const name = path.length === 0 ? '文件' : pathText(path);
  return { ok: false, path, offset: byteOffset(record, path), message: `抽取记录核验不通过：${name}${message}。` };
}

interface Failed {
  readonly path: RecordPath;
  readonly message: string;
  /** What draws and commits still holds; only the wrapping does not. */
  readonly drawHolds: boolean;
}

/** The first check that fails: pot, commitment, seed, result, and at last everything that was written beside them. */
function failedCheck(record: DrawRecord): Failed | null {
  const hash = snapshotHash(record.snapshot);
  const broken = (path: RecordPath, message: string): Failed => ({ path, message, drawHolds: false });
  if (hash !== record.snapshotHash) return broken(['snapshotHash'], '与名录快照不符，快照或者这个值被改动过');
  if (commitmentOf(record.drawId, hash, record.serverSeed) !== record.commitment) return broken(['commitment'], '与快照、服务器种子不符，其中之一被改动过');
  const seed = seedOf(record.drawId, hash, record.serverSeed, record.witness);
  if (seed !== record.seed) return broken(['seed'], '不是由服务器种子和监督人的随机词得出的');
  const again = draw(record.snapshot, seed);
  const different = Array.from({ length: Math.max(again.length, record.result.length) }, (_, index) => index).find((index) => canonicalJson(again[index] ?? null) !== canonicalJson(record.result[index] ?? null));
  if (different !== undefined) return broken(['result', different], `与重新抽取的结果不同：应为${canonicalJson(again[different] ?? '（没有这一项）')}`);
  const { recordHash, ...rest } = record;
  return recordHashOf(rest) === recordHash ? null : { path: ['recordHash'], message: '与记录内容不符', drawHolds: true };
}

/** Parts that the hashes of the draw cover: while those hold, a digest that differs was itself changed. */
const COVERED = /^(snapshot|snapshotHash|commitment|seed|serverSeed|drawId|algorithm|format|result)(\.|$)|^witness\.(words|officerId)$/;

/** The part whose digest no longer fits it. */
function located(record: DrawRecord, failed: Failed): DrawVerdict & { ok: false } | null {
  const { digests, recordHash: _hash, ...body } = record;
  const now = digestsOf(body);
  for (const name of [...new Set([...Object.keys(now), ...Object.keys(digests)])].sort()) {
    const step = firstDifference(now[name], digests[name]);
    if (step === null) continue;
    const path = [...name.split('.'), ...step];
    if (failed.drawHolds && COVERED.test(path.slice(0, path[0] === 'snapshot' ? 1 : 2).join('.'))) return wrong(record, ['digests', name, ...step], '这个校验值被改动过');
    return describe(record, path, memberAt(digests[name], step));
  }
  return null;
}

function firstDifference(now: unknown, noted: unknown): RecordPath | null {
  if (typeof now !== 'object' || now === null || typeof noted !== 'object' || noted === null) return now === noted ? null : [];
  const [mine, theirs] = [Object.entries(now), Object.entries(noted)];
  const names = [...new Set([...mine, ...theirs].map(([name]) => name))];
  const name = names.find((each) => memberAt(now, [each]) !== memberAt(noted, [each]));
  return name === undefined ? null : [Array.isArray(now) ? Number(name) : name];
}

function memberAt(value: unknown, path: RecordPath): unknown {
  return path.reduce<unknown>((found, step) => (typeof found === 'object' && found !== null && Object.hasOwn(found, step) ? Reflect.get(found, step) : undefined), value);
}

/** What was changed there, and to what it goes back where one byte was changed. */
function describe(record: DrawRecord, path: RecordPath, digest: unknown): DrawVerdict & { ok: false } {
  const part = memberAt(record, path);
  if (part === undefined) return wrong(record, path, '被删去了');
  if (typeof digest !== 'string') return wrong(record, path, '是抽取时没有的，后来添加的');
  const before = wasBefore(part, digest);
  if (before === null) return wrong(record, path, `被改动过，现在是${canonicalJson(part)}`);
  const inner = typeof part === 'object' && part !== null ? Object.keys(part).find((name) => canonicalJson(memberAt(part, [name])) !== canonicalJson(memberAt(before, [name]))) : undefined;
  const at = inner === undefined ? path : [...path, inner];
  const [was, is] = inner === undefined ? [before, part] : [memberAt(before, [inner]), memberAt(part, [inner])];
  return wrong(record, at, `被改动过：现在是${canonicalJson(is)}，抽取时是${canonicalJson(was)}`);
}
