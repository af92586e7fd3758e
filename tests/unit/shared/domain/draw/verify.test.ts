import { describe, expect, test } from 'vitest';
import { draw, seedOf } from '#shared/domain/draw/draw.ts';
import { canonicalJson } from '#shared/domain/draw/hashing.ts';
import { type DrawRecord, digestsOf, recordHashOf, recordText } from '#shared/domain/draw/record.ts';
import { pathText, verifyDraw } from '#shared/domain/draw/verify.ts';
import { record } from '#tests/helpers/draws.ts';

const GOOD = record();

/** The record as somebody changed it, through its text, as a file would carry it. */
function changed(from: string, to: string): unknown {
  const text = recordText(GOOD);
  expect(text).toContain(from);
  return JSON.parse(text.replace(from, to));
}

function verdictOn(value: unknown) {
  const verdict = verifyDraw(value);
  return verdict.ok ? 'ok' : { at: pathText(verdict.path), message: verdict.message, offset: verdict.offset };
}

describe('verifying a record', () => {
  test('draws again from the file alone', () => {
    expect(verdictOn(JSON.parse(recordText(GOOD)))).toBe('ok');
    expect(GOOD.result).toHaveLength(5);
  });

  test.each([
    ['an object of the pot', '"name":"示例7建筑有限公司","partyName"', '"name":"示例8建筑有限公司","partyName"', 'snapshot.objects[7].name', '现在是"示例8建筑有限公司"，抽取时是"示例7建筑有限公司"'],
    ['a credit class', '"creditClass":"D","creditCode":"91320500XN00000009"', '"creditClass":"A","creditCode":"91320500XN00000009"', 'snapshot.objects[9].creditClass', '抽取时是"D"'],
    ['an officer', '"certificateTo":"2028-12-31"', '"certificateTo":"2029-12-31"', 'snapshot.officers[0].certificateTo', '抽取时是"2028-12-31"'],
    ['the share', '"ratioPermille":100', '"ratioPermille":101', 'snapshot.parameters.ratioPermille', '现在是101，抽取时是100'],
    ['the seed of the server', '"serverSeed":"5eed', '"serverSeed":"4eed', 'serverSeed', '抽取时是"5eed'],
    ['the commitment', `"commitment":"${GOOD.commitment}"`, `"commitment":"${'0'.repeat(64)}"`, 'commitment', '被改动过'],
    ['the words of the witness', '二十四节气', '二十五节气', 'witness.words', '被改动过，现在是"二十五节气"'],
    ['the name of the witness', '"name":"示例领导"', '"name":"示例领到"', 'witness.name', '被改动过'],
    ['the name of the plan', '2026年度建筑企业抽查', '2025年度建筑企业抽查', 'planName', '抽取时是"2026年度建筑企业抽查"'],
    ['the hash of the snapshot', `"snapshotHash":"${GOOD.snapshotHash}"`, `"snapshotHash":"${'1'.repeat(64)}"`, 'snapshotHash', '被改动过'],
    ['a drawn object', `"objectId":"${GOOD.result[2]!.objectId}","officerIds"`, '"objectId":"party-00000","officerIds"', 'result[2]', ''],
    ['the hash of the record', `"recordHash":"${GOOD.recordHash}"`, `"recordHash":"${'2'.repeat(64)}"`, 'recordHash', '与记录内容不符'],
    ['a digest', `"serverSeed":"${String(GOOD.digests['serverSeed'])}"`, '"serverSeed":"00000000"', 'digests.serverSeed', '这个校验值被改动过'],
  ])('names %s when it was changed', (_what, from, to, at, says) => {
    const verdict = verdictOn(changed(from, to));
    expect(verdict).toMatchObject({ message: expect.stringContaining(says) as string });
    expect((verdict as { at: string }).at.startsWith(at)).toBe(true);
  });

  test('tells the byte at which the changed part begins', () => {
    const value = changed('"ratioPermille":100', '"ratioPermille":101');
    const { offset } = verdictOn(value) as { offset: number };
    expect(Buffer.from(canonicalJson(value)).subarray(offset, offset + 3).toString()).toBe('101');
  });

  test('names what was taken away or added', () => {
    const shorter = { ...GOOD, result: GOOD.result.slice(0, -1) };
    expect(verdictOn(shorter)).toMatchObject({ at: 'result[4]', message: expect.stringContaining('被删去了') as string });
    const fewer = { ...GOOD, snapshot: { ...GOOD.snapshot, objects: GOOD.snapshot.objects.slice(1) } };
    expect(verdictOn(fewer)).toMatchObject({ at: 'snapshot.objects[0]' });
    expect(verdictOn({ ...GOOD, remark: '补记' })).toMatchObject({ at: 'remark', message: expect.stringContaining('后来添加的') as string });
  });

  test('refuses what is no record', () => {
    expect(verdictOn({})).toMatchObject({ message: expect.stringContaining('不是完整的抽取记录') as string });
    expect(verdictOn(null)).toMatchObject({ offset: 0 });
    expect(verdictOn({ ...GOOD, algorithm: 'draw-9' })).toMatchObject({ at: 'algorithm' });
    expect(verdictOn({ ...GOOD, snapshot: { ...GOOD.snapshot, officers: '无' } })).toMatchObject({ at: 'snapshot.officers' });
  });

  /** Whoever forges consistently must draw again, and then commitment and seed no longer hold. */
  function sealed(body: Omit<DrawRecord, 'digests' | 'recordHash'>): DrawRecord {
    const withDigests = { ...body, digests: digestsOf(body) };
    return { ...withDigests, recordHash: recordHashOf(withDigests) };
  }

  test('a forger who renews every digest still fails at the draw', () => {
    const { digests: _digests, recordHash: _hash, ...body } = GOOD;
    const swapped = [{ ...body.result[0]!, objectId: body.snapshot.objects.find(({ id }) => body.result.every(({ objectId }) => objectId !== id))!.id }, ...body.result.slice(1)];
    expect(verdictOn(sealed({ ...body, result: swapped }))).toMatchObject({ at: 'result[0]', message: expect.stringContaining('与重新抽取的结果不同') as string });
    const poorer = { ...body.snapshot, objects: body.snapshot.objects.slice(1) };
    expect(verdictOn(sealed({ ...body, snapshot: poorer }))).toMatchObject({ at: 'snapshotHash' });
    const reseeded = { ...body, serverSeed: 'ab'.repeat(32) };
    const seed = seedOf(body.drawId, body.snapshotHash, reseeded.serverSeed, body.witness);
    expect(verdictOn(sealed({ ...reseeded, seed, result: draw(body.snapshot, seed) }))).toMatchObject({ at: 'commitment' });
    expect(verdictOn(sealed({ ...body, witness: { ...body.witness, words: '另一个词' } }))).toMatchObject({ at: 'seed' });
  });
});
