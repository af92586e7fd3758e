import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, test, vi } from 'vitest';
import { useClock } from '#renderer/composables/clock.ts';
import { useReference } from '#renderer/composables/reference.ts';
import { useRuleContext } from '#renderer/composables/rule-context.ts';
import { useSession } from '#renderer/composables/session.ts';
import { useSyncState } from '#renderer/composables/sync-state.ts';
import { useTasks } from '#renderer/composables/tasks.ts';
import type { AppInfo, SessionState, SyncState, TaskProgress } from '#shared/contract/views.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { OFFICERS } from '#tests/helpers/cases.ts';
import { openDesk } from '../desk-double.ts';

const APP: AppInfo = { version: '0.1.0', electron: '', chromium: '', node: '', serverUrl: 'http://127.0.0.1:7380', platform: 'linux' };
const OUT: SessionState = { status: 'signed-out', officer: null, mode: null, knownLogins: ['officer-1'], token: null, leaseUntil: null, serverTime: null };
const officer = OFFICERS[0]!;
const IN: SessionState = { ...OUT, status: 'signed-in', officer, mode: 'online', token: 'token' };
const SYNC: SyncState = { phase: 'idle', online: true, offlineSince: null, lastSyncAt: null, pending: 0, stuck: 0, filesToUpload: 0, pulled: 0, pullTotal: null, cases: 0, unindexed: 0, error: null };

beforeEach(() => { setActivePinia(createPinia()); });

test('the session loads once and then follows the worker', async () => {
  const desk = openDesk({ 'session.state': () => OUT, 'app.info': () => APP });
  const session = useSession();
  await session.start();
  expect([session.signedIn, session.info?.serverUrl]).toEqual([false, APP.serverUrl]);
  desk.announce('session.changed', IN);
  expect([session.signedIn, session.officer?.name, session.holds('officer'), session.holds('admin')]).toEqual([true, '甲承办', true, false]);
});

test('days are counted by the server’s clock, on a machine that is three days late', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-20T02:00:00Z'), toFake: ['Date'] });
  const desk = openDesk({ 'session.state': () => ({ ...IN, serverTime: '2026-11-23T02:00:00.000Z' }), 'app.info': () => APP });
  await useSession().start();
  expect(useClock().today).toBe('2026-11-23');
  desk.announce('session.changed', { ...IN, serverTime: '2026-11-23T16:30:00.000Z' });
  expect(useClock().today).toBe('2026-11-24');
  desk.announce('session.changed', OUT);
  expect(useClock().today).toBe('2026-11-20');
  vi.useRealTimers();
});

test('a refused sign-in leaves the session as it was', async () => {
  const desk = openDesk({ 'session.state': () => OUT, 'app.info': () => APP });
  desk.refuse('session.signIn', { code: 'WRONG_CREDENTIALS', message: '账号或密码不对。' });
  const session = useSession();
  await session.start();
  await expect(session.signIn('officer-1', 'wrong')).rejects.toMatchObject({ error: { code: 'WRONG_CREDENTIALS' } });
  expect(session.signedIn).toBe(false);
});

test('the sync state takes both kinds of announcement', async () => {
  const desk = openDesk({ 'sync.state': () => SYNC });
  const sync = useSyncState();
  await sync.reload();
  desk.announce('sync.changed', { ...SYNC, online: false, offlineSince: '2026-11-22T02:32:00Z' });
  desk.announce('outbox.changed', { pending: 3, stuck: 1 });
  expect(sync.state).toMatchObject({ online: false, offlineSince: '2026-11-22T02:32:00Z', pending: 3, stuck: 1 });
});

test('whoever stands in for somebody absent has his role in the rules', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T02:00:00Z'), toFake: ['Date'] });
  const leader = OFFICERS.find(({ roles }) => roles.includes('leader'))!;
  const delegations = [{ id: 'd-1', fromOfficerId: leader.id, toOfficerId: officer.id, role: 'leader', from: '2026-11-23', to: '2026-11-23', reason: '出差' }] as const;
  openDesk({
    'session.state': () => IN, 'app.info': () => APP, 'reference.officers': () => OFFICERS, 'reference.violations': () => [], 'reference.matters': () => [],
    'reference.calendar': () => ({ years: [2026], exceptions: {} }), 'reference.settings': () => ({ ...DEFAULT_SETTINGS, delegations }), 'reference.configs': () => [],
  });
  await Promise.all([useSession().start(), useReference().load()]);
  expect(useRuleContext().value?.actor).toMatchObject({ id: officer.id, roles: [...officer.roles, 'leader'], actingFor: [{ role: 'leader', officerId: leader.id }] });
  vi.useRealTimers();
});

test('reference tables load once for many askers, and again when they change', async () => {
  const desk = openDesk({
    'reference.officers': () => OFFICERS, 'reference.violations': () => [], 'reference.matters': () => [],
    'reference.calendar': () => ({ years: [2026], exceptions: {} }), 'reference.settings': () => DEFAULT_SETTINGS, 'reference.configs': () => [],
  });
  const reference = useReference();
  await Promise.all([reference.load(), reference.load()]);
  await reference.load();
  expect([desk.calls.length, reference.officers.get(officer.id)?.name]).toEqual([6, '甲承办']);
  desk.announce('records.changed', { caseIds: ['case-1'], documentIds: [], reference: false });
  desk.announce('records.changed', { caseIds: [], documentIds: [], reference: true });
  await vi.waitFor(() => { expect(desk.calls.length).toBe(12); });
  reference.clear();
  expect(reference.data).toBeNull();
});

test('work that is done at once never shows in the tray', () => {
  vi.useFakeTimers();
  const task: TaskProgress = { taskId: 'quick', label: '同步', done: 0, total: null, state: 'running', error: null };
  openDesk({});
  const tray = useTasks();
  tray.show(task);
  vi.advanceTimersByTime(300);
  tray.show({ ...task, state: 'done' });
  vi.advanceTimersByTime(5000);
  vi.useRealTimers();
  expect(tray.tasks).toEqual([]);
});

test('a finished task leaves the tray by itself, a failed one stays until it is put away', () => {
  vi.useFakeTimers();
  const task: TaskProgress = { taskId: 'a', label: '离线携卷', done: 1, total: 2, state: 'running', error: null };
  openDesk({});
  const tray = useTasks();
  tray.show(task);
  tray.show({ ...task, done: 2 });
  tray.show({ ...task, taskId: 'b', state: 'failed' });
  expect([tray.running.length, tray.failed.length]).toEqual([0, 1]);
  vi.advanceTimersByTime(1000);
  expect([tray.running.length, tray.failed.length]).toEqual([1, 1]);
  tray.show({ ...task, done: 2, state: 'done' });
  vi.advanceTimersByTime(10_000);
  expect(tray.tasks.map(({ taskId }) => taskId)).toEqual(['b']);
  tray.dismiss('b');
  expect(tray.tasks).toEqual([]);
  vi.useRealTimers();
});
