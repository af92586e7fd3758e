import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MANIFEST_NAME } from '#worker/volume/checksums.ts';
import { buildPackage } from '#worker/volume/package.ts';
import { verifyPackage } from '#worker/volume/verify.ts';

const FILES = [
  { path: '正卷.pdf', bytes: new Uint8Array(randomBytes(5000)) },
  { path: '原件/01-施工合同.pdf', bytes: new Uint8Array(randomBytes(3333)) },
  { path: '案卷目录.xml', bytes: new TextEncoder().encode('<案卷目录/>') },
];
const whole = await buildPackage(FILES, '示例案', '2026-11-23T00:00:00Z');

function flipped(at: number): Uint8Array {
  const copy = Uint8Array.from(whole);
  copy[at] = (copy[at] ?? 0) ^ 0x40;
  return copy;
}

describe('an archive package', () => {
  it('is a ZIP any program opens, with every file as it was and a manifest', () => {
    const entries = unzipSync(whole);
    expect(Object.keys(entries)).toEqual([...FILES.map((file) => file.path), MANIFEST_NAME]);
    for (const file of FILES) expect(Buffer.from(entries[file.path] ?? []).equals(Buffer.from(file.bytes))).toBe(true);
  });

  it('verifies, and is the same for the same files', async () => {
    expect(verifyPackage(whole)).toMatchObject({ ok: true, manifest: { title: '示例案' } });
    expect(Buffer.from(await buildPackage(FILES, '示例案', '2026-11-23T00:00:00Z')).equals(Buffer.from(whole))).toBe(true);
  });

  it.each([0, 31, 700, 5_200, 8_900])('names byte %i when it is changed, and the file it lies in', (at) => {
    const verdict = verifyPackage(flipped(at));
    expect(verdict).toMatchObject({ ok: false, offset: at });
    expect(verdict.ok ? '' : verdict.message).toContain(`应为 0x${(whole[at] ?? 0).toString(16).padStart(2, '0')}`);
  });

  it('names the first wrong byte wherever it lies: content, manifest, directory, comment', () => {
    for (let at = 3; at < whole.length; at += 1931) expect([at, verifyPackage(flipped(at))]).toMatchObject([at, { ok: false }]);
    for (const at of [whole.length - 2_000, whole.length - 900, whole.length - 400]) expect(verifyPackage(flipped(at))).toMatchObject({ ok: false, offset: at });
  });

  it('refuses a cut file and a foreign one', () => {
    expect(verifyPackage(whole.subarray(0, whole.length - 1))).toMatchObject({ ok: false });
    expect(verifyPackage(whole.subarray(100))).toMatchObject({ ok: false });
    expect(verifyPackage(new Uint8Array(randomBytes(2000)))).toMatchObject({ ok: false, offset: null });
  });
});
