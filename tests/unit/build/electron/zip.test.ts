import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unzip } from '#build/electron/zip.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'zip-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

/** Made by Python's zipfile, so that our reader is not tested against itself: `app/`, `app/bin/run` (苏州 5,000 times), `empty`; mode 755. */
const ARCHIVE =
  'UEsDBBQAAAAIAAAAIQAAAAAAAgAAAAAAAAAEAAAAYXBwLwMAUEsDBBQAAAAIAAAAIQCBfO8cRwAAADB1AAALAAAAYXBwL2Jpbi9ydW7txCENAAAIALD+Q9CAGiRiIwYhsL/4Rk7X2rZt' +
  '27Zt27Zt27Zt27Zt27Zt27Zt27Zt27Zt27Zt27Zt27Zt27Zt27Zt2/b7A1BLAwQUAAAACAAAACEAAAAAAAIAAAAAAAAABQAAAGVtcHR5AwBQSwECFAMUAAAACAAAACEAAAAAAAIAAAAA' +
  'AAAABAAAAAAAAAAAAAAA7QEAAAAAYXBwL1BLAQIUAxQAAAAIAAAAIQCBfO8cRwAAADB1AAALAAAAAAAAAAAAAADtASQAAABhcHAvYmluL3J1blBLAQIUAxQAAAAIAAAAIQAAAAAAAgAA' +
  'AAAAAAAFAAAAAAAAAAAAAADtAZQAAABlbXB0eVBLBQYAAAAAAwADAJ4AAAC5AAAAAAA=';
/** The same way: one entry named `../outside`. */
const OUTWARD =
  'UEsDBBQAAAAIAAAAIQCDFtyMAwAAAAEAAAAKAAAALi4vb3V0c2lkZasAAFBLAQIUAxQAAAAIAAAAIQCDFtyMAwAAAAEAAAAKAAAAAAAAAAAAAADtAQAAAAAuLi9vdXRzaWRlUEsFBgAA' +
  'AAABAAEAOAAAACsAAAAAAA==';

function archive(base64: string): string {
  const file = path.join(folder, 'archive.zip');
  writeFileSync(file, Buffer.from(base64, 'base64'));
  return file;
}

it('unpacks folders, contents and modes', () => {
  const text = '苏州'.repeat(5000);
  const target = path.join(folder, 'out');
  mkdirSync(target);
  unzip(archive(ARCHIVE), target);
  expect(readFileSync(path.join(target, 'app/bin/run'), 'utf8')).toBe(text);
  expect(statSync(path.join(target, 'app/bin/run')).mode & 0o777).toBe(0o755);
  expect(statSync(path.join(target, 'empty')).size).toBe(0);
});

it('writes nothing outside its folder', () => {
  const target = path.join(folder, 'out');
  mkdirSync(target);
  expect(() => { unzip(archive(OUTWARD), target); }).toThrow('outside');
  expect(existsSync(path.join(folder, 'outside'))).toBe(false);
});

it('refuses what is no archive', () => {
  const file = path.join(folder, 'text.zip');
  writeFileSync(file, 'not an archive');
  expect(() => { unzip(file, folder); }).toThrow('not a zip');
});
