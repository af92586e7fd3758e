import { SYNC_PROTOCOL, type Handshake } from '#shared/contract/sync.ts';
import { AppFailure, type AppError } from '#shared/contract/result.ts';
import type { Changed, SyncStore } from '#worker/db/store.ts';
import { failure, knownError } from '#worker/failure.ts';
import { errorFacts, logLine } from '#worker/log.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { isUnreachable, type Server } from './server.ts';
import { createSingleFlight } from './single-flight.ts';
import type { Status } from './status.ts';

export interface EngineOptions {
  readonly store: SyncStore;
  readonly server: Server;
  readonly status: Status;
  readonly deviceId: string;
  readonly appVersion: string;
  readonly intervalMs: number;
  /** Makes sure there is a session with the server; throws when there is none to be had. */
  readonly authorise: () => Promise<void>;
  /** The server no longer accepts the token. */
  readonly expired: () => void;
  /** The cache reported damage. */
  readonly damaged: () => void;
  readonly contacted: (serverTime: string) => void;
  readonly changed: (changed: Changed) => void;
  /** After every complete round: uploads, issued documents to typeset. */
  readonly afterRound: () => void;
}

export interface Engine {
  start(): void;
  stop(): void;
  /** Something waits to be sent: begin soon. */
  kick(): void;
  /** A whole round that begins after this call; answers its error. */
  round(options?: { readonly acceptRemovals: boolean }): Promise<AppError | null>;
  /** Whether the last attempt reached the server. */
  online(): boolean;
}

const LONGEST_BACKOFF_MS = 60_000;
/** Commands typed in a row leave in one request. */
const GATHER_MS = 40;
/** A handshake is repeated after this time, because versions and rights change while a desktop runs. */
const HANDSHAKE_MS = 300_000;
/** Rounds in a row when pushing made more to pull, so that a busy server cannot hold the loop. */
const LONGEST_RUN = 5;

/** Before 1.0.0 alike: compares three numbers. */
export function olderThan(version: string, minimum: string): boolean {
  const [a, b] = [version, minimum].map((text) => text.split(/[.-]/).slice(0, 3).map((part) => Number.parseInt(part, 10) || 0));
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

export function createEngine(options: EngineOptions): Engine {
  const { store, server, status } = options;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let failures = 0;
  let acceptRemovals = false;
  let handshake: { readonly value: Handshake; readonly at: number } | null = null;

  function refuseOldClient(value: Handshake): void {
    if (value.protocol <= SYNC_PROTOCOL && !olderThan(options.appVersion, value.minimumClient)) return;
    throw failure('CLIENT_TOO_OLD', `服务器要求程序版本不低于 ${value.minimumClient}（当前 ${options.appVersion}）。请升级程序；升级前可继续离线使用，操作会保存在本机。`, { minimumClient: value.minimumClient });
  }

  async function shakeHands(): Promise<Handshake> {
    if (handshake !== null && performance.now() - handshake.at < HANDSHAKE_MS) return handshake.value;
    const answer = await server.call('handshake', { protocol: SYNC_PROTOCOL, clientVersion: options.appVersion });
    if (!answer.ok) throw new AppFailure(answer.error);
    refuseOldClient(answer.value);
    handshake = { value: answer.value, at: performance.now() };
    options.contacted(answer.value.serverTime);
    compare(answer.value);
    return answer.value;
  }

  /** Another database or other rights: everything is pulled anew. */
  function compare(value: Handshake): void {
    const { epoch, scope } = store.position();
    if (epoch === null || (epoch === value.epoch && scope === value.scope)) return;
    store.forgetPosition(scope !== value.scope);
  }

  async function pushAndPull(): Promise<void> {
    status.set({ phase: 'connecting' });
    await options.authorise();
    const { epoch, scope } = await shakeHands();
    status.set({ phase: 'pushing', online: true });
    await push({ store, server, deviceId: options.deviceId, onSettled: options.changed, stopped: () => stopped });
    status.set({ phase: 'pulling' });
    await pull({
      store, server, epoch, scope, acceptRemovals, stopped: () => stopped,
      onPage: (changed, done, total) => {
        status.pulled(done, total);
        options.changed(changed);
      },
    });
  }

  /** A position the server refuses is forgotten once, and the round tried again from the start. */
  async function attempt(mayResync: boolean): Promise<void> {
    try {
      await pushAndPull();
    } catch (error) {
      if (!mayResync || !(error instanceof AppFailure) || error.error.code !== 'RESYNC_REQUIRED') throw error;
      handshake = null;
      const before = store.position();
      await options.authorise();
      const now = await shakeHands();
      if (store.position().cursor === before.cursor) store.forgetPosition(now.scope !== before.scope);
      await attempt(false);
    }
  }

  async function run(): Promise<AppError | null> {
    if (stopped) return null;
    clearTimer();
    try {
      for (let count = 0; count < LONGEST_RUN; count += 1) {
        await attempt(true);
        if (!status.hasReady()) break;
      }
      return succeed();
    } catch (error) {
      return fail(error);
    }
  }

  function succeed(): null {
    failures = 0;
    acceptRemovals = false;
    if (stopped) return null;
    status.reached();
    options.afterRound();
    schedule(options.intervalMs);
    return null;
  }

  function fail(error: unknown): AppError {
    const known = knownError(error) ?? { code: 'INTERNAL' as const, message: '同步时程序出错，将自动重试。如反复出现，请联系系统管理员。' };
    if (stopped) return known;
    failures += 1;
    handshake = null;
    if (isUnreachable(error)) {
      status.lost();
    } else {
      if (known.code === 'NOT_SIGNED_IN') options.expired();
      if (known.code === 'CACHE_DAMAGED') options.damaged();
      if (known.code === 'INTERNAL') logLine('sync failed', errorFacts(error));
      status.failed(known);
    }
    schedule(backoff());
    return known;
  }

  function backoff(): number {
    const base = Math.min(1000, options.intervalMs) * 2 ** Math.min(failures - 1, 10);
    return Math.min(LONGEST_BACKOFF_MS, base) * (0.75 + Math.random() * 0.5);
  }

  function clearTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function schedule(milliseconds: number): void {
    clearTimer();
    if (!stopped) timer = setTimeout(() => void flight.request(), milliseconds);
  }

  const flight = createSingleFlight(run);

  return {
    start: () => void flight.request(),
    stop() {
      stopped = true;
      clearTimer();
    },
    kick() {
      if (!flight.running()) schedule(GATHER_MS);
      else void flight.request();
    },
    round(wanted) {
      if (wanted?.acceptRemovals === true) acceptRemovals = true;
      return flight.request();
    },
    online: () => status.online(),
  };
}
