import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unzip } from '#build/electron/zip.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'zip-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

/** Python's own archiver makes the archive, so that our reader is not tested against itself. */
function zip(entries: readonly { readonly name: string; readonly text: string }[]): string {
  const file = path.join(folder, 'archive.zip');
  const script = 'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED)\nfor e in json.loads(sys.argv[2]):\n i=zipfile.ZipInfo(e["name"]); i.external_attr=0o755<<16; z.writestr(i,e["text"],zipfile.ZIP_DEFLATED)\nz.close()';
  execFileSync('python3', ['-c', script, file, JSON.stringify(entries)]);
  return file;
}

it('unpacks folders, contents and modes', () => {
  const text = '苏州'.repeat(5000);
  const target = path.join(folder, 'out');
  mkdirSync(target);
  unzip(zip([{ name: 'app/', text: '' }, { name: 'app/bin/run', text }, { name: 'empty', text: '' }]), target);
  expect(readFileSync(path.join(target, 'app/bin/run'), 'utf8')).toBe(text);
  expect(statSync(path.join(target, 'app/bin/run')).mode & 0o777).toBe(0o755);
  expect(statSync(path.join(target, 'empty')).size).toBe(0);
});

it('writes nothing outside its folder', () => {
  const target = path.join(folder, 'out');
  mkdirSync(target);
  expect(() => { unzip(zip([{ name: '../outside', text: 'x' }]), target); }).toThrow('outside');
  expect(existsSync(path.join(folder, 'outside'))).toBe(false);
});

it('refuses what is no archive', () => {
  const file = path.join(folder, 'text.zip');
  writeFileSync(file, 'not an archive');
  expect(() => { unzip(file, folder); }).toThrow('not a zip');
});
