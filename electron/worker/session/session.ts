import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { SessionState } from '#shared/contract/views.ts';
import { AppFailure, type AppError } from '#shared/contract/result.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { EventBus } from '#worker/events.ts';
import { failure, knownError } from '#worker/failure.ts';
import { writeFileAtomic } from '#worker/files/atomic.ts';
import { STRONG_KEY_COST, type WorkerOptions } from '#worker/options.ts';
import { createServer, isUnreachable, type Server } from '#worker/sync/server.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';
import { checkDelay, clearFailures, noteFailure } from './delay.ts';
import { deviceId } from './device.ts';
import { createKey, unwrapKey } from './key-file.ts';
import { checkLease, DEFAULT_LEASE_DAYS, leaseOf, noteContact, noteLocalTime } from './lease.ts';
import { createProfile, knownLogins, normaliseLogin, profileOf, type Profile } from './profile.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface Session {
  state(): SessionState;
  signIn(loginName: string, password: string): Promise<SessionState>;
  signOut(): Promise<SessionState>;
  /** The open workspace. Throws NOT_SIGNED_IN. */
  workspace(): Workspace;
  /** The cache reported damage: the next sign-in checks it whole. */
  noteDamage(): void;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly worker: WorkerOptions;
  readonly bus: EventBus;
  readonly typesetter: () => Typesetter;
}

interface Open {
  readonly workspace: Workspace;
  mode: 'online' | 'offline';
  token: string | null;
  /** Kept while offline only, to sign in at the server once it can be reached; wiped then. */
  password: Buffer | null;
}

interface ServerSession {
  readonly token: string;
  readonly officer: Officer;
  readonly serverTime: string;
}

const TIMEOUT_MS = 20_000;
/** How long signing out waits for the server; the session ends there by itself in any case. */
const SIGN_OUT_MS = 2000;

export function createSession({ worker, bus, typesetter }: SessionOptions): Session {
  const clock = worker.clock ?? Date.now;
  const device = deviceId(worker.profileDir);
  const server: Server = createServer({ url: worker.serverUrl, timeoutMs: worker.requestTimeoutMs ?? TIMEOUT_MS, token: () => open?.token ?? null });
  let open: Open | null = null;
  let busy: Promise<unknown> = Promise.resolve();

  function leaseDays(workspace: Workspace): number {
    return workspace.reference.get().settings?.offlineLeaseDays ?? DEFAULT_LEASE_DAYS;
  }

  function state(): SessionState {
    const logins = knownLogins(worker.profileDir, worker.serverUrl);
    if (open === null) return { status: 'signed-out', officer: null, mode: null, knownLogins: logins, token: null, leaseUntil: null, serverTime: null };
    const { workspace, mode, token } = open;
    return { status: 'signed-in', officer: workspace.officer, mode, knownLogins: logins, token, leaseUntil: leaseOf(workspace.cache, leaseDays(workspace)).until, serverTime: workspace.serverTime() };
  }

  function announce(): SessionState {
    const now = state();
    bus.emit('session.changed', now);
    return now;
  }

  async function atServer(loginName: string, password: Buffer): Promise<ServerSession> {
    const answer = await server.call('signIn', { loginName, password: password.toString('utf8'), deviceId: device });
    if (!answer.ok) throw new AppFailure(answer.error);
    const { token, officer, handshake } = answer.value;
    return { token, officer: officer as Officer, serverTime: handshake.serverTime };
  }

  function setPassword(password: Buffer | null): void {
    if (open === null || open.password === password) return;
    open.password?.fill(0);
    open.password = password;
  }

  /** Called before every round of the sync. In offline mode the first contact signs in with the password kept for it. */
  async function authorise(): Promise<void> {
    const mine = open;
    if (mine === null || mine.token !== null) return;
    if (mine.password === null) throw failure('NOT_SIGNED_IN', '登录已失效，请重新登录。本机数据仍可查看，未上传的操作会保留。');
    try {
      const session = await atServer(mine.workspace.profile.loginName, mine.password);
      if (open !== mine) return;
      Object.assign(mine, { token: session.token, mode: 'online' });
      setPassword(null);
      noteContact(mine.workspace.cache, clock(), session.serverTime);
      announce();
    } catch (error) {
      refusedAtServer(error);
      throw error;
    }
  }

  /** A password the server refuses is not tried again: a few more tries would lock the account. */
  function refusedAtServer(error: unknown): void {
    if (error instanceof AppFailure && error.error.code === 'WRONG_CREDENTIALS') {
      setPassword(null);
      throw failure('NOT_SIGNED_IN', '服务器不接受本机保存的密码（可能已在别处修改）。请退出后用新密码联网登录；未上传的操作会保留。');
    }
  }

  function expired(): void {
    if (open === null || open.token === null) return;
    Object.assign(open, { token: null, mode: 'offline' });
    announce();
  }

  function openWith(profile: Profile, key: Buffer, password: Buffer, session: ServerSession | null): Workspace {
    const workspace = openWorkspace({
      worker, profile, key, officer: session?.officer ?? null, deviceId: device, server, bus, typesetter, authorise, expired, clockMoved: announce, mayRecover: session !== null,
    });
    try {
      if (session === null) checkLease(workspace.cache, leaseDays(workspace), clock());
      else noteContact(workspace.cache, clock(), session.serverTime);
      noteLocalTime(workspace.cache, clock());
    } catch (error) {
      workspace.close();
      throw error;
    }
    open = { workspace, mode: session === null ? 'offline' : 'online', token: session?.token ?? null, password: session === null ? Buffer.from(password) : null };
    return workspace;
  }

  /** The cache's key; made at the first sign-in of this user on this machine, which must be online. */
  async function keyFor(profile: Profile, password: Buffer, online: boolean, unwrapping: Promise<Buffer | null> | null): Promise<Buffer> {
    if (unwrapping !== null) {
      const key = await unwrapping;
      if (key !== null) return key;
      if (!online) throw wrongPassword(noteFailure(profile.delayFile, clock()));
      throw failure('CACHE_LOCKED', '服务器已接受您的新密码，但本机缓存仍由旧密码加密，无法打开（其中可能有未上传的操作，因此不会清除）。请断开网络用旧密码登录核对，或联系系统管理员处理。');
    }
    if (!online) throw failure('OFFLINE', '连接不上服务器，而您还没有在这台电脑上登录过。首次登录需要联网。');
    createProfile(profile);
    return createKey(profile.keyFile, password, worker.keyCost ?? STRONG_KEY_COST);
  }

  function wrongPassword(seconds: number): AppFailure {
    return failure('WRONG_CREDENTIALS', `密码不正确（离线登录使用您上次联网登录的密码）。请在 ${seconds} 秒后再试。`, { seconds });
  }

  async function tryServer(profile: Profile, password: Buffer): Promise<ServerSession | null> {
    try {
      return await atServer(profile.loginName, password);
    } catch (error) {
      if (isUnreachable(error)) return null;
      if (error instanceof AppFailure && error.error.code === 'WRONG_CREDENTIALS') noteFailure(profile.delayFile, clock());
      throw error;
    }
  }

  async function signIn(loginName: string, password: Buffer): Promise<SessionState> {
    const profile = profileOf(worker.profileDir, worker.serverUrl, loginName);
    if (open !== null && open.workspace.profile.folder !== profile.folder) await signOut();
    checkDelay(profile.delayFile, clock());
    if (open !== null) return renewed(open, await tryServer(profile, password), password);
    // The password is stretched for the cache while the server stretches it for the account; nothing is opened before both are done.
    const unwrapping = isKnown(profile) ? unwrapKey(profile.keyFile, password) : null;
    unwrapping?.catch(() => undefined);
    const session = await tryServer(profile, password).catch((error: unknown) => discarded(unwrapping, error));
    const key = await keyFor(profile, password, session !== null, unwrapping);
    const workspace = openAndWipe(profile, key, password, session);
    clearFailures(profile.delayFile);
    workspace.start();
    tellRecovered(workspace);
    return announce();
  }

  function isKnown(profile: Profile): boolean {
    return existsSync(profile.keyFile) || existsSync(profile.database);
  }

  /** The server refused: the key that was being unwrapped meanwhile is wiped. Throws the refusal. */
  async function discarded(unwrapping: Promise<Buffer | null> | null, refusal: unknown): Promise<never> {
    const key = await unwrapping?.catch(() => null);
    key?.fill(0);
    throw refusal;
  }

  function openAndWipe(profile: Profile, key: Buffer, password: Buffer, session: ServerSession | null): Workspace {
    try {
      return openChecked(profile, key, password, session);
    } finally {
      key.fill(0);
    }
  }

  /** Damage found while the cache is being opened: opened once more, now checked whole and repaired if that can be. */
  function openChecked(profile: Profile, key: Buffer, password: Buffer, session: ServerSession | null): Workspace {
    try {
      return openWith(profile, key, password, session);
    } catch (error) {
      if (error instanceof AppFailure || knownError(error)?.code !== 'CACHE_DAMAGED') throw error;
      writeFileAtomic(profile.damageMark, '');
      return openWith(profile, key, password, session);
    }
  }

  /** The same user signs in again over the open cache, because the server's session had ended. */
  function renewed(mine: Open, session: ServerSession | null, password: Buffer): SessionState {
    if (session === null) throw failure('SERVER_UNREACHABLE', '连接不上服务器，登录未能更新。本机数据仍可使用，联网后请再登录。');
    Object.assign(mine, { token: session.token, mode: 'online' });
    setPassword(null);
    password.fill(0);
    noteContact(mine.workspace.cache, clock(), session.serverTime);
    mine.workspace.engine.kick();
    return announce();
  }

  function tellRecovered({ recovered, status }: Workspace): void {
    if (recovered === null) return;
    const lost = recovered.lost === null ? '未能读取待上传列表，请核对最近的操作' : recovered.lost === 0 ? '没有丢失' : `有 ${recovered.lost} 条未能读出，请核对最近的操作`;
    const error: AppError = {
      code: 'CACHE_DAMAGED',
      message: `本机缓存损坏，已另存原文件并重新建立缓存。抢救出未上传的操作 ${recovered.commands.length} 条，${lost}。数据正在从服务器重新下载。`,
      details: { recovered: recovered.commands.length, lost: recovered.lost },
    };
    status.failed(error);
    bus.emit('task.progress', { taskId: 'recovery', label: '修复本机缓存', done: recovered.commands.length, total: null, state: recovered.lost === 0 ? 'done' : 'failed', error });
  }

  async function signOut(): Promise<SessionState> {
    const mine = open;
    if (mine === null) return state();
    if (mine.token !== null) await Promise.race([server.call('signOut', {}).catch(() => undefined), delay(SIGN_OUT_MS, undefined, { ref: false })]);
    setPassword(null);
    open = null;
    mine.workspace.close();
    return announce();
  }

  /** Signing in and out never overlap. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = busy.then(work, work);
    busy = mine.catch(() => undefined);
    return mine;
  }

  return {
    state,
    signIn(loginName, text) {
      const password = Buffer.from(text, 'utf8');
      return inTurn(() => signIn(normaliseLogin(loginName), password).finally(() => password.fill(0)));
    },
    signOut: () => inTurn(signOut),
    workspace() {
      if (open === null) throw failure('NOT_SIGNED_IN', '请先登录。');
      return open.workspace;
    },
    noteDamage: () => open?.workspace.noteDamage(),
    close: () => inTurn(async () => {
      const mine = open;
      setPassword(null);
      open = null;
      mine?.workspace.close();
      server.close();
    }),
  };
}
