import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from '#main/settings/settings.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'settings-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

describe('settings of this machine', () => {
  it('have defaults, and keep what is changed for the next start', () => {
    const settings = openSettings(folder);
    expect(settings.get()).toEqual({ serverUrl: 'http://127.0.0.1:7380', window: null, printers: {} });
    settings.update({ printers: { CFJD: 'Office-A4' } });
    expect(openSettings(folder).get().printers).toEqual({ CFJD: 'Office-A4' });
    expect(statSync(path.join(folder, 'settings.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['{ torn', '{"serverUrl": 5}', '"text"'])('are set aside and begun anew when damaged: %s', (text) => {
    writeFileSync(path.join(folder, 'settings.json'), text);
    expect(openSettings(folder).get().serverUrl).toBe('http://127.0.0.1:7380');
    const aside = readdirSync(folder).find((name) => name.startsWith('settings.json.bad-'));
    expect(readFileSync(path.join(folder, aside ?? ''), 'utf8')).toBe(text);
  });
});
