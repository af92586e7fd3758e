import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNotifier } from '#main/notice/notifier.ts';
import { noticesOf, type TaskNotice } from '#main/notice/task-notices.ts';
import { openSettings } from '#main/settings/settings.ts';
import type { WorkerHost } from '#main/worker-host/host.ts';
import type { TaskListItem } from '#shared/contract/task-views.ts';
import { ok } from '#shared/contract/result.ts';
import { item } from '#tests/unit/renderer/tasks/items.ts';
import { OFFICERS } from '#tests/helpers/world.ts';

const TODAY = '2026-11-20';
const ME = OFFICERS[0]!;
const never = (): boolean => false;

describe('notices of tasks', () => {
  it('tell of new tasks and of near and past terms', () => {
    const { notices, keys } = noticesOf([
      item('fresh', { state: 'assigned', title: '甲检查', dueOn: '2026-12-10' }), item('near', { title: '乙检查', dueOn: '2026-11-23' }), item('later', { dueOn: '2026-11-24' }),
      item('order', { state: 'rectify', title: '丙检查', dueOn: '2026-11-01', orderDueOn: '2026-11-19' }), item('done', { state: 'done', dueOn: '2026-11-01' }),
    ], ME.id, TODAY, never);
    expect(notices).toEqual([
      { title: '新的监管任务', body: '甲检查，期限 2026-12-10，请接收', taskId: 'fresh' },
      { title: '监管任务临近期限', body: '乙检查，还剩 3 天', taskId: 'near' },
      { title: '监管任务临近期限', body: '丙检查，已逾期 1 天', taskId: 'order' },
    ]);
    expect(keys).toEqual([`new:${ME.id}:fresh`, `due:${ME.id}:near:2026-11-23`, `due:${ME.id}:order:2026-11-19`]);
  });

  it('tell of many in one', () => {
    const many = [1, 2, 3, 4].map((n) => item(`fresh-${n}`, { state: 'assigned', dueOn: '2026-12-10' }));
    expect(noticesOf(many, ME.id, TODAY, never).notices).toEqual([{ title: '新的监管任务', body: '共 4 项。请打开监管任务接收。', taskId: null }]);
  });
});

describe('the notifier', () => {
  let folder = '';
  let items: readonly TaskListItem[] = [];
  let shown: TaskNotice[] = [];
  beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'notices-')); items = [item('fresh', { state: 'assigned' })]; shown = []; });
  afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

  function open(signedIn = true) {
    const call = (name: string) => Promise.resolve(name === 'session.state'
      ? ok({ status: 'signed-in', officer: signedIn ? ME : null, mode: 'online', knownLogins: [], token: null, leaseUntil: null, serverTime: `${TODAY}T02:00:00.000Z` })
      : ok({ items, total: items.length, counts: {} }));
    const settings = openSettings(folder);
    return { settings, notifier: createNotifier({ worker: { call: call as WorkerHost['call'] }, settings, show: (notice) => { shown.push(notice); }, pauseMs: 0 }) };
  }

  it('tells each once, also after a new start, and again when the term moves', async () => {
    await open().notifier.look();
    await open().notifier.look();
    expect(shown).toHaveLength(1);
    items = [item('fresh', { state: 'accepted', dueOn: '2026-11-22' })];
    const { notifier } = open();
    await notifier.look();
    await notifier.look();
    expect(shown.map(({ title }) => title)).toEqual(['新的监管任务', '监管任务临近期限']);
  });

  it('is silent when turned off, and tells what was missed when turned on', async () => {
    const { notifier, settings } = open();
    settings.update({ notices: { off: true, told: [] } });
    await notifier.look();
    expect(shown).toEqual([]);
    settings.update({ notices: { off: false, told: [] } });
    await notifier.look();
    expect(shown).toHaveLength(1);
  });

  it('tells nothing while nobody is signed in', async () => {
    await open(false).notifier.look();
    expect(shown).toEqual([]);
  });
});
