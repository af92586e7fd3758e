import { randomUUID } from 'node:crypto';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import { TEST_DEVICE, type TestServer, type TestSession } from './server.ts';

type Proposal = Pick<HttpInput<'proposeConfig'>, 'kind' | 'key' | 'effectiveFrom' | 'body'>;

/** One case handled day by day through the API, and the configuration it is handled by. `editor` changes its fields. */
export function oneCase(at: () => TestServer, caseId: string, editor: string) {
  const sessions = new Map<string, TestSession>();

  /** At a moment, or at ten o'clock in Suzhou on a day; everybody signs in anew, as sessions do not last that long. */
  function on(when: string): void {
    sessions.clear();
    at().clock.now = () => new Date(when.includes('T') ? when : `${when}T02:00:00.000Z`);
  }

  async function as(loginName: string): Promise<TestSession> {
    const session = sessions.get(loginName) ?? await at().signIn(loginName);
    sessions.set(loginName, session);
    return session;
  }

  async function attempt<K extends CommandKind>(loginName: string, kind: K, payload: CommandPayload<K>): Promise<AppError | null> {
    const { call } = await as(loginName);
    const answer = await call('push', { deviceId: TEST_DEVICE, commands: [{ opId: randomUUID(), kind, entityId: caseId, baseRev: 0, payload, createdAt: at().clock.now().toISOString() }] });
    if (!answer.ok) throw new Error(answer.error.message);
    const [result] = answer.value.results;
    return result?.status === 'applied' ? null : ((result?.error ?? { code: 'INTERNAL', message: 'no answer' }) as AppError);
  }

  async function must<K extends CommandKind>(loginName: string, kind: K, payload: CommandPayload<K>): Promise<void> {
    const error = await attempt(loginName, kind, payload);
    if (error !== null) throw new Error(`${kind} refused: ${error.code} ${error.message}`);
  }

  async function step(loginName: string, event: CaseEvent, data: Record<string, unknown> = {}): Promise<void> {
    await must(loginName, 'case.advance', { event, opinion: '同意。', data });
  }

  async function file(): Promise<CaseFile> {
    return (await at().db.selectFrom('case_file').select('body').where('id', '=', caseId).executeTakeFirstOrThrow()).body;
  }

  async function set(path: string, to: unknown): Promise<void> {
    const from: unknown = Reflect.get(await file(), path);
    await must(editor, 'case.edit', { changes: [{ path, from, to }] });
  }

  async function propose(proposal: Proposal) {
    return await (await as('admin')).call('proposeConfig', { ...proposal, note: '示例', submit: true });
  }

  /** Proposed by one administrator and published by another; answers the id of the version. */
  async function publish(proposal: Proposal): Promise<number> {
    const proposed = await propose(proposal);
    if (!proposed.ok) throw new Error(proposed.error.message);
    const reviewed = await (await as('admin2')).call('reviewConfig', { id: proposed.value.id, agrees: true, opinion: '同意' });
    if (!reviewed.ok) throw new Error(reviewed.error.message);
    return proposed.value.id;
  }

  return { on, as, attempt, must, step, file, set, propose, publish };
}
