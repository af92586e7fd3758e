import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IpcInput, IpcName, IpcOutput } from '#shared/contract/ipc.ts';
import { AppFailure, type AppError } from '#shared/contract/result.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import { createWorker, type Worker } from '#worker/host.ts';
import type { WorkerOptions } from '#worker/options.ts';

export { eventually } from './eventually.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * The desktop's worker without Electron, on a profile folder of its own:
 *
 *   const desk = startDesk(server.url);
 *   await desk.must('session.signIn', { loginName: 'jc01', password });
 *   await desk.settled();                       // everything sent and pulled
 *   await desk.submit('case.edit', caseId, {…});
 *   const error = await desk.refused('case.get', { caseId: 'unknown-case' });
 */
export interface Desk {
  readonly worker: Worker;
  readonly profileDir: string;
  /** The output, or throws the error. */
  must<N extends IpcName>(name: N, input: IpcInput<N>): Promise<IpcOutput<N>>;
  /** The error; throws when the call succeeds. */
  refused<N extends IpcName>(name: N, input: IpcInput<N>): Promise<AppError>;
  submit<K extends CommandKind>(kind: K, caseId: string, payload: CommandPayload<K>): Promise<CaseFile>;
  /** A whole round of the sync; throws when it fails. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Cheap on purpose: the strength of the password key is not what is tested. */
const TEST_KEY_COST = { memoryCost: 64, timeCost: 1 };

export function deskOptions(serverUrl: string, profileDir: string, changes: Partial<WorkerOptions> = {}): WorkerOptions {
  return {
    profileDir, serverUrl, appVersion: '0.1.0', keyCost: TEST_KEY_COST, intervalMs: 60_000, requestTimeoutMs: 3000,
    fontDirs: [join(ROOT, 'node_modules/@expo-google-fonts/noto-serif-sc'), join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-sc')],
    assetsDir: join(ROOT, 'electron/worker/typesetting/assets'), ...changes,
  };
}

/** `profileDir` of an earlier desk goes on with its cache. The folder is removed with the process only if made here. */
export function startDesk(serverUrl: string, changes: Partial<WorkerOptions> = {}): Desk {
  const profileDir = changes.profileDir ?? mkdtempSync(join(tmpdir(), 'desk-'));
  const worker = createWorker(deskOptions(serverUrl, profileDir, changes));

  async function must<N extends IpcName>(name: N, input: IpcInput<N>): Promise<IpcOutput<N>> {
    const result = await worker.call(name, input);
    if (!result.ok) throw new AppFailure(result.error);
    return result.value;
  }

  return {
    worker, profileDir, must,
    async refused(name, input) {
      const result = await worker.call(name, input);
      if (result.ok) throw new Error(`${name} was not refused`);
      return result.error;
    },
    submit: (kind, caseId, payload) => must('command.submit', { kind, entityId: caseId, payload }),
    async settled() {
      const state = await must('sync.now', {});
      if (state.error !== null) throw new AppFailure(state.error);
      if (!state.online) throw new Error('The desk is offline');
    },
    async close() {
      await worker.close();
    },
  };
}

export function removeDesk(desk: Desk): void {
  rmSync(desk.profileDir, { recursive: true, force: true });
}
