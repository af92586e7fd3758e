import type { PushResult } from '#shared/contract/sync.ts';
import type { AppError } from '#shared/contract/result.ts';
import { failure } from '#worker/failure.ts';
import type { Changed, PageLine, SyncPosition, SyncStore } from '#worker/db/store.ts';
import { serverRevision } from '#worker/state/effective.ts';
import type { State } from '#worker/state/state.ts';
import { putRecord, removeRecord, type PageContext, type Touched } from './page.ts';

/** A pull that would remove more than these at once stops and asks (both must be exceeded). */
const GUARD_CASES = 50;
const GUARD_SHARE = 0.2;

export interface SyncStoreOptions {
  readonly state: State;
  /** ISO instant. */
  readonly now: () => string;
}

export function createSyncStore({ state, now }: SyncStoreOptions): SyncStore {
  const { cache } = state;
  const { meta, outbox, cases, files } = cache;

  function position(): SyncPosition {
    return { cursor: meta.get('cursor'), epoch: meta.get('epoch'), scope: meta.get('scope') };
  }

  function setPosition(next: SyncPosition): void {
    meta.set('cursor', next.cursor);
    meta.set('epoch', next.epoch);
    meta.set('scope', next.scope);
  }

  function generation(): number {
    return Number(meta.get('generation') ?? '1');
  }

  function guard(removed: number, accept: boolean): void {
    const total = cases.total();
    if (accept || removed <= GUARD_CASES || removed <= total * GUARD_SHARE) return;
    throw failure('MASS_REMOVAL', `服务器要求从本机移除 ${total} 件案件中的 ${removed} 件，同步已暂停。若确认是权限调整或批量归档，请点「确认并继续同步」；否则请联系系统管理员。`, { removed, total });
  }

  /** Commands whose effect has come back with the server's copy are finished. */
  function closeConfirmed(caseId: string, gone: boolean): void {
    const revision = serverRevision(cache, caseId);
    for (const row of outbox.openOfCase(caseId)) {
      if (row.status !== 'confirmed') continue;
      const arrived = revision >= (row.appliedRev ?? 0);
      if (arrived || gone) outbox.setStatus(row.opId, 'applied', { at: now() });
    }
  }

  function replayTouched(touched: Touched, busy: ReadonlySet<string>): void {
    for (const caseId of touched.cases) {
      if (!busy.has(caseId)) continue;
      closeConfirmed(caseId, touched.gone.has(caseId));
      for (const id of state.replay(caseId)) touched.documents.add(id);
    }
  }

  function changed(touched: Touched): Changed {
    return { caseIds: [...touched.cases], documentIds: [...touched.documents], reference: touched.reference };
  }

  function emptyTouched(): Touched {
    return { cases: new Set(), documents: new Set(), gone: new Set(), reference: false };
  }

  function applyPage(lines: readonly PageLine[], next: SyncPosition, acceptRemovals: boolean): Changed {
    const busy = new Set(outbox.openCaseIds());
    const snapshot = meta.get('cursor') === null || meta.get('snapshotRunning') === '1';
    const context: PageContext = { state, generation: generation(), bulk: snapshot, busy };
    const touched = emptyTouched();
    guard(lines.filter((line) => line.t === 'gone' && line.kind === 'case' && cases.find(line.id) !== null).length, acceptRemovals);
    for (const line of lines) {
      if (line.t === 'record') putRecord(line, context, touched);
      else removeRecord(line.kind, line.id, context, touched);
    }
    if (touched.reference) for (const caseId of busy) touched.cases.add(caseId);
    replayTouched(touched, busy);
    if (touched.reference && cases.total() > 0) cases.enqueueOpen();
    if (snapshot) meta.set('snapshotRunning', '1');
    setPosition(next);
    return changed(touched);
  }

  function finishPull(acceptRemovals: boolean): Changed {
    const touched = emptyTouched();
    if (meta.get('snapshotRunning') !== '1') return changed(touched);
    const context: PageContext = { state, generation: generation(), bulk: false, busy: new Set(outbox.openCaseIds()) };
    const stale = cases.stale(generation());
    guard(stale.length, acceptRemovals || meta.get('scopeChanged') === '1');
    for (const id of stale) removeRecord('case', id, context, touched);
    for (const id of cache.tasks.stale(generation())) removeRecord('task', id, context, touched);
    for (const id of cache.documents.stale(generation())) removeRecord('document', id, context, touched);
    const removed = cache.references.removeStale(generation()) + cache.parties.removeStale(generation()) + cache.projects.removeStale(generation());
    if (removed > 0) state.reference.forget();
    touched.reference ||= removed > 0;
    replayTouched(touched, context.busy);
    meta.set('snapshotRunning', null);
    meta.set('scopeChanged', null);
    return changed(touched);
  }

  function forgetPosition(scopeChanged: boolean): void {
    if (scopeChanged) meta.set('scopeChanged', '1');
    meta.set('generation', String(generation() + 1));
    meta.set('snapshotRunning', '1');
    meta.set('cursor', null);
  }

  /** Notes the answer; `moved` are the cases whose effective state it may change. */
  function settleOne(result: PushResult, at: string, touched: Touched, moved: Set<string>): void {
    const row = outbox.place(result.opId);
    if (row === null || row.status === 'applied' || row.status === 'withdrawn') return;
    touched.cases.add(row.caseId);
    if (result.status === 'applied') {
      outbox.setStatus(row.opId, 'confirmed', { appliedRev: result.rev, at });
      if (serverRevision(cache, row.caseId) >= result.rev) moved.add(row.caseId);
    } else if (result.status === 'held') {
      outbox.setStatus(row.opId, 'held');
    } else {
      refuse(row.opId, row.caseId, row.seq, result.status, result.error);
      moved.add(row.caseId);
    }
  }

  function refuse(opId: string, caseId: string, seq: number, status: 'conflict' | 'refused', error: AppError): void {
    outbox.setStatus(opId, status, { error, at: now() });
    outbox.holdBehind(caseId, seq);
  }

  /** Held commands wait for a stuck one; when there is none (any more), they go again. */
  function releaseIfClear(caseId: string): void {
    if (!outbox.hasStuck(caseId)) outbox.releaseHeld(caseId);
  }

  function settle(results: readonly PushResult[]): Changed {
    const touched = emptyTouched();
    const moved = new Set<string>();
    const at = now();
    for (const result of results) settleOne(result, at, touched, moved);
    if (outbox.hasHeld()) for (const caseId of touched.cases) releaseIfClear(caseId);
    // What waits, is confirmed or held stands on the server's copy alike: only other answers make a case look different.
    replayTouched(touched, moved);
    return changed(touched);
  }

  return {
    position,
    applyPage: (lines, next, accept) => cache.transactDerived(() => applyPage(lines, next, accept)),
    finishPull: (accept) => cache.transactDerived(() => finishPull(accept)),
    forgetPosition: (scopeChanged) => cache.transact(() => forgetPosition(scopeChanged)),
    nextCommands: (limit) => cache.transact(() => {
      const rows = outbox.ready(limit);
      outbox.markSending(rows.map((row) => row.opId));
      return rows.map((row) => row.command);
    }),
    settle: (results) => cache.transact(() => settle(results)),
    requeue: () => cache.transact(() => outbox.requeue()),
    filesToUpload: () => files.toUpload(),
    markUploaded: (sha256) => cache.transact(() => files.markUploaded(sha256)),
  };
}
