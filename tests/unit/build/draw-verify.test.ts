import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { recordText } from '#shared/domain/draw/record.ts';
import { record } from '#tests/helpers/draws.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'draw-verify-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const TEXT = recordText(record());

function verify(content: string | Buffer): { readonly status: number | null; readonly says: string } {
  writeFileSync(path.join(folder, 'record.json'), content);
  const node = path.join(ROOT, 'node_modules/.bin/node');
  const { status, stdout, stderr } = spawnSync(node, ['build/commands/draw-verify.ts', path.join(folder, 'record.json')], { cwd: ROOT, encoding: 'utf8' });
  return { status, says: stdout + stderr };
}

test('accepts a record as exported and says what to compare', () => {
  const { status, says } = verify(TEXT);
  expect(status).toBe(0);
  expect(says).toContain('核验通过：2026年度建筑企业抽查，50 个对象、8 名人员中重新抽取，5 个对象');
  expect(says).toContain(record().recordHash);
});

test('names the field and the byte of a changed one', () => {
  const bad = TEXT.replace('"creditClass":"C"', '"creditClass":"A"');
  const { status, says } = verify(bad);
  expect(status).toBe(1);
  const offset = Number(/第 (\d+) 字节/.exec(says)?.[1]);
  expect(says).toMatch(/snapshot\.objects\[\d+\]\.creditClass被改动过：现在是"A"，抽取时是"C"/);
  expect(Buffer.from(bad).subarray(offset, offset + 3).toString()).toBe('"A"');
});

test('finds a changed byte anywhere in the file', () => {
  const bytes = Buffer.from(TEXT);
  // A prime step visits names, numbers, hashes, brackets and the last byte alike.
  for (let at = 0; at < bytes.length; at += 4999) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(verify(changed)).toMatchObject({ status: 1 });
  }
  expect(verify(Buffer.concat([bytes, Buffer.from(' ')])).status).toBe(1);
});

test('refuses half a file and another one', () => {
  expect(verify(TEXT.slice(0, 3000))).toMatchObject({ status: 1, says: expect.stringContaining('没有保存完整') as string });
  expect(verify('{}')).toMatchObject({ status: 1, says: expect.stringContaining('不是完整的抽取记录') as string });
});
