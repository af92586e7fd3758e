import { resolve } from 'node:path';
import { AppFailure } from '#shared/contract/result.ts';

export interface ServerConfig {
  /** The bureau's PostgreSQL; `null`: one of the server's own in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** Addresses of the balancers whose `X-Forwarded-For` is believed; `false`: nobody's. */
  readonly trustProxy: string[] | false;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Reads DATABASE_URL, HOST, PORT, DATA_DIR, TRUST_PROXY (comma-separated) and LOG_LEVEL; throws INVALID_INPUT on nonsense. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ServerConfig {
  return {
    databaseUrl: readDatabaseUrl(environment['DATABASE_URL']),
    host: environment['HOST'] || '127.0.0.1',
    port: readPort(environment['PORT'] || '7380'),
    dataDir: resolve(environment['DATA_DIR'] || '.data/server'),
    trustProxy: environment['TRUST_PROXY'] ? environment['TRUST_PROXY'].split(',').map((address) => address.trim()) : false,
    logLevel: readLogLevel(environment['LOG_LEVEL'] || 'info'),
  };
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (!text) return null;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol === 'postgres:' || protocol === 'postgresql:') return text;
  throw invalid('DATABASE_URL 应形如 postgres://用户:密码@主机:5432/数据库');
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw invalid(`PORT 应是 0 到 65535 的整数，现为「${text}」`);
}

function readLogLevel(text: string): ServerConfig['logLevel'] {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw invalid(`LOG_LEVEL 应为 ${LOG_LEVELS.join('、')} 之一，现为「${text}」`);
}

function invalid(message: string): AppFailure {
  return new AppFailure({ code: 'INVALID_INPUT', message: `配置有误：${message}。` });
}
