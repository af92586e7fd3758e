import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '#api/config.ts';

test('without an environment: a database of its own, loopback, port 7380', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: null, host: '127.0.0.1', port: 7380, dataDir: resolve('.data/server'), trustProxy: false, logLevel: 'info',
  });
});

test('reads every variable', () => {
  expect(readConfig({
    DATABASE_URL: 'postgresql://u:p@db.example:5432/housing', HOST: '0.0.0.0', PORT: '0', DATA_DIR: '/srv/housing', TRUST_PROXY: '10.0.0.1, 10.0.0.2', LOG_LEVEL: 'warn',
  })).toEqual({
    databaseUrl: 'postgresql://u:p@db.example:5432/housing', host: '0.0.0.0', port: 0, dataDir: '/srv/housing', trustProxy: ['10.0.0.1', '10.0.0.2'], logLevel: 'warn',
  });
});

test.each([
  [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'not an address' }, 'DATABASE_URL'],
  [{ PORT: '65536' }, 'PORT'],
  [{ PORT: '80x' }, 'PORT'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
])('refuses %o by the name of the variable', (environment, name) => {
  expect(() => readConfig(environment)).toThrow(`INVALID_INPUT: 配置有误：${name}`);
});

test('an empty variable counts as none', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '', DATA_DIR: '' })).toEqual(readConfig({}));
});
