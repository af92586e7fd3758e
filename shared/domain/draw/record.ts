import { utf8ToBytes } from '@noble/hashes/utils.js';
import { ALGORITHM, draw, type Drawn, seedOf, type Snapshot, snapshotHash } from './draw.ts';
import { canonicalJson, members, sha256Of, shortSum } from './hashing.ts';

export const RECORD_FORMAT = 'housing-draw-record-1';

export interface RecordedOfficer {
  readonly officerId: string;
  readonly name: string;
  /** ISO instant. */
  readonly at: string;
}

/** Everything about a draw, made when it was drawn and never changed: whoever has it can draw again. */
export interface DrawRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly algorithm: typeof ALGORITHM;
  readonly drawId: string;
  readonly planName: string;
  readonly snapshot: Snapshot;
  /** SHA-256 of the snapshot's canonical JSON. */
  readonly snapshotHash: string;
  /** Shown before the witness spoke; `at` and `officerId` of whoever froze the pot. */
  readonly commitment: string;
  readonly committed: RecordedOfficer;
  readonly serverSeed: string;
  readonly witness: RecordedOfficer & { readonly role: string; readonly words: string };
  readonly seed: string;
  readonly operator: RecordedOfficer;
  readonly result: readonly Drawn[];
  /** A short sum of each part, by which a changed part is found; see `digestsOf`. */
  readonly digests: Digests;
  /** SHA-256 of the canonical JSON of all the rest, in which `snapshotHash` stands for the snapshot. */
  readonly recordHash: string;
}

/** By the name of a part. Lists have one for each entry, members of an object one each. */
export type Digests = Readonly<Record<string, string | readonly string[] | Readonly<Record<string, string>>>>;

export type RecordBody = Omit<DrawRecord, 'digests' | 'recordHash'>;

type RecordInput = Pick<RecordBody, 'drawId' | 'planName' | 'snapshot' | 'commitment' | 'committed' | 'serverSeed' | 'witness' | 'operator'>;

/** Draws and records it. */
export function makeRecord(input: RecordInput): DrawRecord {
  const hash = snapshotHash(input.snapshot);
  const seed = seedOf(input.drawId, hash, input.serverSeed, input.witness);
  const body: RecordBody = { format: RECORD_FORMAT, algorithm: ALGORITHM, ...input, snapshotHash: hash, seed, result: draw(input.snapshot, seed) };
  const withDigests = { ...body, digests: digestsOf(body) };
  return { ...withDigests, recordHash: recordHashOf(withDigests) };
}

export function recordHashOf({ snapshot: _snapshot, ...rest }: Omit<DrawRecord, 'recordHash'>): string {
  return sha256Of(rest);
}

/** The file a record travels in. */
export function recordText(record: DrawRecord): string {
  return `${canonicalJson(record)}\n`;
}

function digestOf(value: unknown): string {
  return shortSum(utf8ToBytes(canonicalJson(value)));
}

/** Digest by part: the snapshot's parts stand beside the record's as `snapshot.objects` and so on. */
export function digestsOf({ snapshot, ...rest }: RecordBody): Digests {
  const parts = [...members(rest), ...members(snapshot).map(([name, part]) => [`snapshot.${name}`, part] as const)];
  return Object.fromEntries(parts.map(([name, part]) => [name, partDigest(part)]));
}

function partDigest(part: unknown): Digests[string] {
  if (Array.isArray(part)) return part.map(digestOf);
  if (typeof part !== 'object' || part === null) return digestOf(part);
  return Object.fromEntries(members(part).map(([name, member]) => [name, digestOf(member)]));
}
