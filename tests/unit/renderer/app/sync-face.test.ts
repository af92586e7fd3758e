import { expect, test } from 'vitest';
import { syncFace } from '#renderer/app/sync-face.ts';
import type { SyncState } from '#shared/contract/views.ts';

const STATE: SyncState = { phase: 'idle', online: true, offlineSince: null, lastSyncAt: '2026-11-22T02:32:00Z', pending: 0, stuck: 0, filesToUpload: 0, pulled: 0, pullTotal: null, cases: 0, unindexed: 0, error: null };
const say = (change: Partial<SyncState>): string => syncFace({ ...STATE, ...change }, '2026-11-22').text;

test('the bar on top says what is true, the most urgent first', () => {
  expect(say({})).toBe('已同步 10:32');
  expect(say({ lastSyncAt: null })).toBe('尚未同步');
  expect(say({ pending: 2 })).toBe('2 项待上传');
  expect(say({ phase: 'pulling', pulled: 7400, pullTotal: 20000 })).toBe('正在接收 7400 / 20000 条');
  expect(say({ phase: 'failed', pending: 1 })).toBe('同步没有完成，1 项待上传');
  expect(say({ stuck: 2, phase: 'pushing' })).toBe('2 项修改等您处理');
  expect(say({ online: false, stuck: 2, pending: 3 })).toBe('离线，3 项待上传');
});
