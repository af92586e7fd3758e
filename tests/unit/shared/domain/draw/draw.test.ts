import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { commitmentOf, draw, seedOf, snapshotHash } from '#shared/domain/draw/draw.ts';
import { byteOffset, canonicalJson, sha256Of } from '#shared/domain/draw/hashing.ts';
import { countOf } from '#shared/domain/draw/parameters.ts';
import { drawLots } from '#shared/domain/draw/select.ts';
import { buildSnapshot } from '#shared/domain/draw/snapshot.ts';
import { createStream } from '#shared/domain/draw/stream.ts';
import { listedObject, listedOfficer, lists, parameters, SERVER_SEED } from '#tests/helpers/draws.ts';

describe('canonical JSON', () => {
  test('orders members, leaves out what is undefined and keeps lists', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: '名"' }, e: undefined })).toBe('{"a":{"c":"名\\"","d":null},"b":[2,1]}');
    expect(sha256Of({ b: 1, a: '苏州' })).toBe(createHash('sha256').update('{"a":"苏州","b":1}').digest('hex'));
  });

  test('tells where a member begins, in bytes', () => {
    const value = { b: [{ 名: '苏州' }, 7], a: '吴中' };
    const text = Buffer.from(canonicalJson(value));
    const at = (path: readonly (string | number)[]): string => text.subarray(byteOffset(value, path) ?? -1).toString();
    expect(at(['b', 1])).toBe('7]}');
    expect(at(['b', 0, '名'])).toBe('"苏州"},7]}');
    expect(byteOffset(value, ['b', 2])).toBeNull();
  });
});

/** The stream as the mechanism page describes it, written a second time with Node's own HMAC. */
function* wordsOf(seed: string): Generator<number> {
  for (let block = 0; ; block += 1) {
    const bytes = createHmac('sha256', Buffer.from(seed, 'hex')).update(String(block)).digest();
    for (let at = 0; at < 32; at += 4) yield bytes.readUInt32BE(at);
  }
}

describe('the stream', () => {
  test('is HMAC-SHA-256 of a counter, read as 32-bit numbers', () => {
    const stream = createStream(SERVER_SEED);
    const words = wordsOf(SERVER_SEED);
    for (let index = 0; index < 20; index += 1) expect(stream.below(2 ** 32)).toBe(words.next().value);
  });

  test('leaves out numbers that would favour the small ones', () => {
    const bound = 3_000_000_000;
    const stream = createStream(SERVER_SEED);
    const words = wordsOf(SERVER_SEED);
    const accepted = Array.from({ length: 40 }, () => Number(words.next().value)).filter((word) => word < bound);
    expect(Array.from({ length: 20 }, () => stream.below(bound))).toEqual(accepted.slice(0, 20));
    expect(() => stream.below(0)).toThrow(RangeError);
  });
});

describe('drawing lots', () => {
  test('equals the plain way: tickets in a row, the owner of the ticket goes out', () => {
    const weights = Array.from({ length: 37 }, (_, index) => [50, 100, 150, 200][index % 4] ?? 1);
    const stream = createStream(SERVER_SEED);
    const left = weights.map((weight, index) => ({ weight, index }));
    const expected = Array.from({ length: 20 }, () => {
      let ticket = stream.below(left.reduce((sum, lot) => sum + lot.weight, 0));
      const at = left.findIndex((lot) => { ticket -= lot.weight; return ticket < 0; });
      return left.splice(at, 1)[0]?.index;
    });
    const lots = weights.map((weight, index) => ({ weight, owner: String(index), allowance: null }));
    expect(drawLots(lots, 20, createStream(SERVER_SEED))).toEqual(expected);
  });

  test('draws all, none twice, and stops when the pot is empty', () => {
    const lots = Array.from({ length: 9 }, (_, index) => ({ weight: 1 + index, owner: String(index), allowance: null }));
    expect([...drawLots(lots, 99, createStream(SERVER_SEED))].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('takes the other lots of an owner out when his allowance is used up', () => {
    const lots = Array.from({ length: 12 }, (_, index) => ({ weight: 100, owner: `owner-${String(index % 3)}`, allowance: index % 3 === 0 ? 1 : 2 }));
    const drawn = drawLots(lots, 12, createStream(SERVER_SEED)).map((index) => lots[index]?.owner);
    expect(drawn.toSorted()).toEqual(['owner-0', 'owner-1', 'owner-1', 'owner-2', 'owner-2']);
  });
});

describe('the draw', () => {
  const snapshot = buildSnapshot(parameters(), lists(200, 9));
  const seed = seedOf('draw-0001', snapshotHash(snapshot), SERVER_SEED, { officerId: 'officer-leader1', words: '霜降' });

  test('draws a share rounded up: 5% of 201 are 11, of 3 one', () => {
    expect([countOf(201, 50), countOf(3, 50), countOf(200, 100), countOf(1, 1)]).toEqual([11, 1, 20, 1]);
    expect(draw(snapshot, seed)).toHaveLength(20);
  });

  test('is the same again, whatever order the registers gave the lists in', () => {
    const { objects, officers, ...rest } = lists(200, 9);
    const shuffled = buildSnapshot(parameters(), { ...rest, objects: objects.toReversed(), officers: officers.toReversed() });
    expect(snapshotHash(shuffled)).toBe(snapshotHash(snapshot));
    expect(draw(shuffled, seed)).toEqual(draw(snapshot, seed));
  });

  test('another word of the witness, or another seed of the server, draws others', () => {
    const hash = snapshotHash(snapshot);
    const other = seedOf('draw-0001', hash, SERVER_SEED, { officerId: 'officer-leader1', words: '立冬' });
    expect(draw(snapshot, other)).not.toEqual(draw(snapshot, seed));
    expect(seedOf('draw-0001', hash, '00'.repeat(32), { officerId: 'officer-leader1', words: '霜降' })).not.toBe(seed);
    expect(commitmentOf('draw-0001', hash, SERVER_SEED)).not.toBe(commitmentOf('draw-0002', hash, SERVER_SEED));
  });

  test('sends two different officers, one who leads, and loads them evenly', () => {
    const drawn = draw(snapshot, seed);
    const load = new Map<string, number>();
    for (const { officerIds: [leader, second] } of drawn) {
      expect(leader).not.toBe(second);
      for (const id of [leader, second]) load.set(id, (load.get(id) ?? 0) + 1);
    }
    // 40 places among 9 officers: 4 or 5 each.
    expect([...load.values()].toSorted()).toEqual([4, 4, 4, 4, 4, 5, 5, 5, 5]);
  });

  test('keeps recused officers and those of other districts away', () => {
    const officers = [listedOfficer(1), listedOfficer(2), listedOfficer(3, { district: '320506' }), listedOfficer(4, { district: '320506', channel: null }), listedOfficer(5, { channel: 'ZA' })];
    const objects = [listedObject(1), listedObject(2, { district: '320506' })];
    const recusals = [{ officerId: 'officer-0001', partyName: objects[1]!.partyName, creditCode: '' }];
    const pot = buildSnapshot(parameters({ ratioPermille: 1000 }), lists(0, 0, { objects, officers, recusals }));
    expect(pot.recusals).toEqual([{ officerId: 'officer-0001', objectId: 'party-00002' }]);
    for (let run = 0; run < 50; run += 1) {
      const drawn = new Map(draw(pot, sha256Of(run)).map((each) => [each.objectId, each.officerIds]));
      // At city level only the city's own may go; 质安监 may help but not lead.
      expect(['officer-0001', 'officer-0002']).toContain(drawn.get('party-00001')?.[0]);
      expect(['officer-0001', 'officer-0002', 'officer-0005']).toContain(drawn.get('party-00001')?.[1]);
      expect(drawn.get('party-00002')).not.toContain('officer-0001');
      expect(drawn.get('party-00002')?.[0]).not.toBe('officer-0005');
    }
  });
});
