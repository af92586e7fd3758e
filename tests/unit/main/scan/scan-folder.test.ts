import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScanFolders, type ScanFolders } from '#main/scan/scan-folder.ts';
import { openSettings } from '#main/settings/settings.ts';

let folder = '';
let scans = '';
let clock = 0;
let answer: string | null = null;
let folders: ScanFolders;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'scan-'));
  scans = path.join(folder, 'scans');
  mkdirSync(scans);
  clock = Date.now() - 1000;
  answer = scans;
  folders = create();
});
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

function create(): ScanFolders {
  return createScanFolders({ settings: openSettings(path.join(folder, 'profile')), ask: () => Promise.resolve(answer), now: () => clock });
}
/** Two looks, with time enough between them for a file to have come to rest. */
async function offered(): Promise<readonly string[]> {
  await folders.state();
  clock = Date.now() + 5000;
  const state = await folders.state();
  return state.ok ? state.value.files.map((file) => file.name) : [];
}
async function keys(): Promise<readonly string[]> {
  const state = await folders.state();
  return state.ok ? state.value.files.map((file) => file.key) : [];
}
const scan = (name: string, text = 'x'): void => { writeFileSync(path.join(scans, name), text); };

describe('the scanner folder', () => {
  it('is none until one is chosen; changing one\'s mind changes nothing', async () => {
    expect(await folders.state()).toEqual({ ok: true, value: { folder: null, error: null, files: [] } });
    answer = null;
    await folders.choose();
    expect(await folders.state()).toMatchObject({ value: { folder: null } });
  });

  it('offers what came after it was chosen, once it is at rest, and neither hidden nor half-written files', async () => {
    clock = Date.now() + 60_000;
    scan('旧文件.pdf');
    await folders.choose();
    expect(await offered()).toEqual([]);
    answer = path.join(folder, 'other');
    mkdirSync(answer);
    await folders.choose();
    answer = scans;
    clock = Date.now() - 1000;
    await folders.choose();
    for (const name of ['扫描1.pdf', '.隐藏.pdf', '~$临时.docx', '半个.part']) scan(name);
    await folders.state();
    clock = Date.now() + 100;
    expect(await folders.state()).toMatchObject({ value: { files: [] } });
    expect(await offered()).toContain('扫描1.pdf');
    expect((await offered()).filter((name) => name !== '扫描1.pdf' && name !== '旧文件.pdf')).toEqual([]);
  });

  it('waits while a scanner still writes, and offers a copied file in spite of its old date', async () => {
    await folders.choose();
    scan('多页.pdf', 'first');
    await folders.state();
    appendFileSync(path.join(scans, '多页.pdf'), ' and second page');
    clock = Date.now() + 5000;
    expect(await folders.state()).toMatchObject({ value: { files: [] } });
    scan('相机.jpg');
    utimesSync(path.join(scans, '相机.jpg'), new Date('2026-01-01'), new Date('2026-01-01'));
    expect([...await offered()].sort()).toEqual(['多页.pdf', '相机.jpg']);
  });

  it('gives copies and leaves the files; what was settled is not offered again, not even after a restart', async () => {
    await folders.choose();
    scan('扫描1.pdf', '%PDF-1.7 content');
    expect(await offered()).toEqual(['扫描1.pdf']);
    const [key = ''] = await keys();
    const copy = await folders.read(key);
    expect(copy.ok && Buffer.from(copy.value.bytes).toString()).toBe('%PDF-1.7 content');
    await folders.settle([key]);
    expect(await offered()).toEqual([]);
    folders = create();
    expect(await offered()).toEqual([]);
    expect(existsSync(path.join(scans, '扫描1.pdf'))).toBe(true);
    expect(readFileSync(path.join(folder, 'profile/settings.json'), 'utf8')).not.toContain('扫描1');
  });

  it('says so when a file or the folder has gone', async () => {
    await folders.choose();
    scan('扫描1.pdf');
    await offered();
    const [key = ''] = await keys();
    rmSync(path.join(scans, '扫描1.pdf'));
    expect(await folders.read(key)).toMatchObject({ ok: false, error: { code: 'FILE_NOT_LOCAL' } });
    expect(await folders.read('../../etc/passwd')).toMatchObject({ ok: false });
    rmSync(scans, { recursive: true });
    expect(await folders.state()).toMatchObject({ value: { folder: scans, error: { code: 'NOT_FOUND' }, files: [] } });
    await folders.forget();
    expect(await folders.state()).toMatchObject({ value: { folder: null } });
  });
});
