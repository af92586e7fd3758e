import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import { casePages, openTestCache, POSITION, referenceLines, type TestCache } from '#tests/helpers/cache.ts';
import { effectiveCase } from '#worker/state/effective.ts';
import { createSubmit } from '#worker/state/submit.ts';
import { replayParked } from '#worker/sync/page.ts';
import type { PageLine } from '#worker/db/store.ts';

let test: TestCache;
beforeEach(() => {
  test = openTestCache('jc01');
  test.sync.applyPage(referenceLines(), POSITION, true);
});
afterEach(() => test.close());

function caseLines(count: number): PageLine[] {
  return [...casePages(count)].flat().filter((line) => line.t === 'record' && line.kind === 'case');
}

const REGISTER = {
  channel: 'JC', district: '320500', cause: '未取得施工许可证擅自施工', violationId: null,
  clue: { source: 'inspection', receivedOn: '2026-11-20', subject: '示例', description: '' },
} as const;

function submit(kind: AnyCommand['kind'], entityId: string, payload: unknown): Promise<CaseFile> {
  const run = createSubmit({
    state: test.state, now: () => '2026-11-20T06:00:00.000Z', changed: () => undefined, outboxChanged: () => undefined, kick: () => undefined, online: () => false,
    round: () => Promise.resolve(null),
  });
  return run({ kind, entityId, payload });
}

function effective(id: string): CaseFile | null {
  return effectiveCase(test.cache.cases.find(id));
}

describe('pages of the pull', () => {
  it('do not remove many cases at once without being told so', () => {
    const lines = caseLines(300);
    test.sync.applyPage(lines, POSITION, true);
    test.sync.finishPull(true);
    const gone = lines.slice(0, 80).map((line) => ({ t: 'gone' as const, kind: 'case', id: line.id }));
    expect(() => test.sync.applyPage(gone, { ...POSITION, cursor: 'after' }, false)).toThrowError(/MASS_REMOVAL/);
    expect(test.sync.position().cursor).toBe(POSITION.cursor);
    expect(test.cache.cases.total()).toBe(300);
    test.sync.applyPage(gone.slice(0, 50), { ...POSITION, cursor: 'few' }, false);
    test.sync.applyPage(gone, { ...POSITION, cursor: 'after' }, true);
    expect(test.cache.cases.total()).toBe(220);
  });

  it('keep what they cannot read and go on; an update of the program reads it again', () => {
    const [line] = caseLines(1);
    if (line?.t !== 'record') throw new Error('No case');
    test.sync.applyPage([
      { t: 'record', kind: 'hearing', id: 'hearing-1', rev: 1, body: '{"a":1}' },
      { t: 'record', kind: 'case', id: 'case-poison', rev: 1, body: '{"stage":null}' },
      { t: 'record', kind: 'party', id: 'party-poison', rev: 1, body: 'not json' },
      line,
    ], POSITION, true);
    expect(test.cache.raw.all().map((record) => record.id)).toEqual(['case-poison', 'hearing-1', 'party-poison']);
    expect(effective(line.id)).not.toBeNull();
    test.cache.raw.park({ kind: 'case', id: line.id, rev: 7, body: line.body.toString() }, 'as if it had been unknown');
    test.cache.transact(() => { replayParked({ state: test.state, generation: 1, bulk: false, busy: new Set() }); });
    expect(effective(line.id)?.rev).toBe(7);
    expect(test.cache.raw.all()).toHaveLength(3);
  });

  it('of a whole new pull remove what did not come again, but not what is unsent', async () => {
    const lines = caseLines(30);
    test.sync.applyPage(lines, POSITION, true);
    test.sync.finishPull(true);
    await submit('case.register', 'case-unsent-1', REGISTER);
    test.sync.forgetPosition(false);
    expect(test.sync.position()).toMatchObject({ cursor: null });
    expect(test.cache.cases.total()).toBe(31);
    test.sync.applyPage([...referenceLines(), ...lines.slice(0, 20)], POSITION, false);
    expect(test.cache.cases.total()).toBe(31);
    test.sync.finishPull(false);
    expect(test.cache.cases.total()).toBe(21);
    expect(effective('case-unsent-1')).not.toBeNull();
  });
});

describe('records that come as bytes', () => {
  it('are stored as the text they are, and documents find their case without being parsed', () => {
    const lines = [...casePages(40)].flat();
    test.sync.applyPage(lines.map((line) => (line.t === 'record' ? { ...line, body: Buffer.from(line.body) } : line)), POSITION, false);
    const documents = lines.filter((line) => line.t === 'record' && line.kind === 'document');
    expect(documents.length).toBeGreaterThan(0);
    for (const line of lines) {
      if (line.t !== 'record' || (line.kind !== 'case' && line.kind !== 'document')) continue;
      const stored = line.kind === 'case' ? test.cache.cases.find(line.id) : test.cache.documents.find(line.id);
      expect(stored?.body, line.id).toBe(line.body);
      if (stored !== null && 'caseId' in stored) expect(stored.caseId).toBe((JSON.parse(line.body.toString()) as { caseId: string }).caseId);
    }
  });
});

describe('pending commands', () => {
  it('whose copy came before their answer are finished by the answer', async () => {
    await submit('case.register', 'case-local-5', REGISTER);
    const [command] = test.sync.nextCommands(10);
    test.sync.applyPage([{ t: 'record', kind: 'case', id: 'case-local-5', rev: 1, body: JSON.stringify(effective('case-local-5')) }], POSITION, false);
    test.sync.settle([{ opId: command?.opId ?? '', status: 'applied', rev: 1 }]);
    expect(test.cache.outbox.open()).toEqual([]);
    expect(test.cache.cases.find('case-local-5')?.localBody).toBeNull();
  });

  it('stand on the server’s copy and are replayed when it moves', async () => {
    await submit('case.register', 'case-local-1', REGISTER);
    const [command] = test.sync.nextCommands(10);
    if (command === undefined) throw new Error('Nothing to send');
    expect(effective('case-local-1')).toMatchObject({ rev: 0, stage: 'CLUE' });
    test.sync.settle([{ opId: command.opId, status: 'applied', rev: 1 }]);
    // The server has it, its copy is still on the way: nothing flickers.
    expect(effective('case-local-1')).toMatchObject({ rev: 0, stage: 'CLUE' });
    const server = { ...effective('case-local-1'), caseNo: 'SZZJ-JC-2026-00001' };
    test.sync.applyPage([{ t: 'record', kind: 'case', id: 'case-local-1', rev: 1, body: JSON.stringify(server) }], POSITION, false);
    expect(effective('case-local-1')).toMatchObject({ rev: 1, caseNo: 'SZZJ-JC-2026-00001' });
    expect(test.cache.cases.find('case-local-1')?.localBody).toBeNull();
    expect(test.cache.outbox.counts()).toEqual({ pending: 0, stuck: 0 });
  });

  it('caught under way by a crash are sent again, in order', async () => {
    await submit('case.register', 'case-local-2', REGISTER);
    await submit('case.register', 'case-local-3', REGISTER);
    const first = test.sync.nextCommands(10).map((command) => command.opId);
    expect(test.sync.nextCommands(10)).toEqual([]);
    test.sync.requeue();
    expect(test.sync.nextCommands(10).map((command) => command.opId)).toEqual(first);
  });

  it('of a case out of scope stay readable until they are answered', async () => {
    const [line] = caseLines(1);
    if (line?.t !== 'record') throw new Error('No case');
    await submit('case.register', 'case-local-4', REGISTER);
    const [command] = test.sync.nextCommands(1);
    test.sync.applyPage([{ t: 'record', kind: 'case', id: 'case-local-4', rev: 1, body: JSON.stringify(effective('case-local-4')) }], POSITION, false);
    test.sync.applyPage([{ t: 'gone', kind: 'case', id: 'case-local-4' }], POSITION, false);
    expect(effective('case-local-4')).not.toBeNull();
    test.sync.settle([{ opId: command?.opId ?? '', status: 'refused', error: { code: 'OUT_OF_SCOPE', message: '不在范围内' } }]);
    expect(test.cache.outbox.counts()).toEqual({ pending: 0, stuck: 1 });
    expect(effective('case-local-4')).not.toBeNull();
  });
});
