import Type, { type Static, type TSchema } from 'typebox';
import { ROLE_KEYS, type Role } from '../../domain/officer/officer.ts';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS } from '../../domain/organisation/organisation.ts';
import { CONFIG_ENDPOINTS } from './configs.ts';
import { DRAW_ENDPOINTS } from './draws.ts';
import { READER_NOTE_ENDPOINTS } from './reader-notes.ts';
import { MATTER_ENDPOINTS } from './matters.ts';
import { IMPORT_ENDPOINTS } from './imports.ts';
import { NUMBER_ENDPOINTS } from './numbers.ts';
import { REGISTER_ENDPOINTS } from './registers.ts';
import { REVIEW_ENDPOINTS } from './review.ts';
import { STATISTICS_ENDPOINTS } from './statistics.ts';
import { CALENDAR_ENDPOINTS, DEADLINE_ENDPOINTS } from './time-limits.ts';

/**
 * Every JSON call of the API server: name → method, path, who may call, input, output.
 * Routes, clients, OpenAPI and the completeness test are derived from this table by a loop.
 * `params` stand in the path as `:name`; GET inputs travel as the query, others as the body.
 * The pull stream and the file parts are not JSON and stand beside it in `streams.ts`.
 */
export interface HttpEndpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `public`: before sign-in; `signed-in`: any user; a role: that role only. Default deny. */
  readonly access: 'public' | 'signed-in' | Role;
  readonly input: TSchema;
  readonly output: TSchema;
  readonly summary: string;
}

const Nothing = Type.Object({});
const Text = Type.String({ maxLength: 500 });

export const OfficerSchema = Type.Object({
  id: Text,
  loginName: Text,
  name: Text,
  roles: Type.Array(Type.Enum([...ROLE_KEYS])),
  channel: Type.Union([Type.String({ pattern: CHANNEL_KEY_PATTERN }), Type.Null()]),
  district: Type.Enum([...DISTRICT_KEYS]),
  unitName: Text,
  phone: Text,
  certificateNo: Text,
  certificateFrom: Text,
  certificateTo: Text,
  legallyQualified: Type.Boolean(),
  active: Type.Boolean(),
});

const HandshakeSchema = Type.Object({
  protocol: Type.Integer(),
  minimumClient: Text,
  serverVersion: Text,
  epoch: Text,
  serverTime: Text,
  scope: Text,
});

const AppErrorSchema = Type.Object({
  code: Text,
  message: Type.String(),
  article: Type.Optional(Type.String()),
  details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

const CommandEnvelope = Type.Object({
  opId: Type.String({ minLength: 8, maxLength: 64 }),
  kind: Type.String({ maxLength: 60 }),
  entityId: Type.String({ minLength: 8, maxLength: 64 }),
  baseRev: Type.Integer({ minimum: 0 }),
  /** Checked against the command table by the sync service, so that one bad command refuses itself and not the batch. */
  payload: Type.Unknown(),
  createdAt: Type.String({ maxLength: 40 }),
});

const AccountSchema = Type.Object({
  officerId: Text,
  loginName: Text,
  name: Text,
  unitName: Text,
  roles: Type.Array(Type.Enum([...ROLE_KEYS])),
  active: Type.Boolean(),
  failedAttempts: Type.Integer(),
  lockedUntil: Type.Union([Text, Type.Null()]),
  sessions: Type.Integer(),
  lastSignInAt: Type.Union([Text, Type.Null()]),
});

export const HTTP = {
  health: {
    method: 'GET', path: '/api/health', access: 'public', input: Nothing,
    output: Type.Object({ status: Type.Literal('ok'), version: Text, database: Text, serverTime: Text }),
    summary: 'Whether the server and its database answer',
  },
  signIn: {
    method: 'POST', path: '/api/auth/sign-in', access: 'public',
    input: Type.Object({ loginName: Type.String({ minLength: 1, maxLength: 60 }), password: Type.String({ minLength: 1, maxLength: 200 }), deviceId: Type.String({ minLength: 8, maxLength: 64 }) }),
    output: Type.Object({ token: Text, expiresAt: Text, officer: OfficerSchema, handshake: HandshakeSchema }),
    summary: 'Signs an officer in; five failures lock the account for a while',
  },
  signOut: { method: 'POST', path: '/api/auth/sign-out', access: 'signed-in', input: Nothing, output: Nothing, summary: 'Revokes the session' },
  handshake: {
    method: 'GET', path: '/api/sync/handshake', access: 'signed-in',
    input: Type.Object({ protocol: Type.Integer(), clientVersion: Text }), output: HandshakeSchema,
    summary: 'Agrees on protocol, schema and scope before a sync',
  },
  push: {
    method: 'POST', path: '/api/sync/push', access: 'signed-in',
    input: Type.Object({ deviceId: Type.String({ minLength: 8, maxLength: 64 }), commands: Type.Array(CommandEnvelope, { maxItems: 500 }) }),
    output: Type.Object({
      results: Type.Array(Type.Object({ opId: Text, status: Type.Enum(['applied', 'conflict', 'refused', 'held']), rev: Type.Optional(Type.Integer()), error: Type.Optional(AppErrorSchema) })),
      serverTime: Text,
    }),
    summary: 'Applies commands in order, each exactly once',
  },
  fileStatus: {
    method: 'GET', path: '/api/files/:sha256', access: 'signed-in', input: Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    output: Type.Object({ complete: Type.Boolean(), received: Type.Integer(), bytes: Type.Union([Type.Integer(), Type.Null()]) }),
    summary: 'How much of a file has arrived',
  },
  accounts: {
    method: 'GET', path: '/api/admin/accounts', access: 'admin', input: Nothing, output: Type.Object({ accounts: Type.Array(AccountSchema) }),
    summary: 'Accounts with lockout state and open sessions',
  },
  unlockAccount: {
    method: 'POST', path: '/api/admin/accounts/:officerId/unlock', access: 'admin', input: Type.Object({ officerId: Text }), output: Nothing,
    summary: 'Lifts a lockout',
  },
  revokeSessions: {
    method: 'POST', path: '/api/admin/accounts/:officerId/revoke-sessions', access: 'admin', input: Type.Object({ officerId: Text }),
    output: Type.Object({ revoked: Type.Integer() }), summary: 'Ends all sessions of an officer at once',
  },
  ...CALENDAR_ENDPOINTS,
  ...CONFIG_ENDPOINTS,
  ...DEADLINE_ENDPOINTS,
  ...DRAW_ENDPOINTS,
  ...READER_NOTE_ENDPOINTS,
  ...MATTER_ENDPOINTS,
  ...REVIEW_ENDPOINTS,
  ...IMPORT_ENDPOINTS,
  ...NUMBER_ENDPOINTS,
  ...REGISTER_ENDPOINTS,
  ...STATISTICS_ENDPOINTS,
} as const satisfies Record<string, HttpEndpoint>;

export type HttpName = keyof typeof HTTP;
export type HttpInput<N extends HttpName> = Static<(typeof HTTP)[N]['input']>;
export type HttpOutput<N extends HttpName> = Static<(typeof HTTP)[N]['output']>;

/** Body of every answer that is not 2xx. */
export const ErrorBody = Type.Object({ error: AppErrorSchema });
