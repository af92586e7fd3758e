import { assignPairs, type Pair } from './assign.ts';
import { canonicalJson, hmacHex, sha256Of, sha256Text } from './hashing.ts';
import { countOf, type DrawParameters } from './parameters.ts';
import { type LeftOut, partyKey, type PoolObject, type PoolOfficer, type Recusal } from './pool.ts';
import { drawLots } from './select.ts';
import { createStream } from './stream.ts';

/** Version of everything in this file and what it calls: a change of the result needs a new name. */
export const ALGORITHM = 'draw-1';

/** The pot, frozen before the seed is fixed: objects, officers and what keeps them apart, each list in the order of its ids. */
export interface Snapshot {
  readonly parameters: DrawParameters;
  readonly objects: readonly PoolObject[];
  readonly officers: readonly PoolOfficer[];
  readonly recusals: readonly Recusal[];
  readonly leftOut: readonly LeftOut[];
  readonly officersLeftOut: readonly LeftOut[];
}

/** What was drawn, in the order of drawing. */
export interface Drawn {
  readonly objectId: string;
  /** 主检 first. */
  readonly officerIds: Pair;
}

export function snapshotHash(snapshot: Snapshot): string {
  return sha256Of(snapshot);
}

/**
 * What the server shows before the witness speaks: it can then change neither its seed nor the pot. `serverSeed` is 32 random
 * bytes in hexadecimal digits and stays secret until the draw.
 */
export function commitmentOf(drawId: string, hash: string, serverSeed: string): string {
  return sha256Text(`${ALGORITHM}:${drawId}:${hash}:${serverSeed}`);
}

/** What the witness adds: his words, which nobody knows beforehand. */
export interface WitnessPart {
  readonly officerId: string;
  readonly words: string;
}

/** The seed of the draw: made of the server's and of the witness's part, so that neither side alone decides. */
export function seedOf(drawId: string, hash: string, serverSeed: string, { officerId, words }: WitnessPart): string {
  return hmacHex(serverSeed, canonicalJson({ algorithm: ALGORITHM, drawId, officerId, snapshotHash: hash, words }));
}

/** The draw. The same snapshot and seed give the same result on every machine. */
export function draw({ parameters, objects, officers, recusals }: Snapshot, seed: string): readonly Drawn[] {
  const stream = createStream(seed);
  const lots = objects.map((object) => ({ weight: parameters.weights[object.creditClass], owner: partyKey(object), allowance: object.allowance }));
  const drawn = drawLots(lots, countOf(objects.length, parameters.ratioPermille), stream).flatMap((index) => objects[index] ?? []);
  const pairs = assignPairs(drawn, officers, parameters.channel, recusals, stream);
  return drawn.flatMap((object, index) => {
    const officerIds = pairs[index];
    return officerIds === undefined ? [] : [{ objectId: object.id, officerIds }];
  });
}
