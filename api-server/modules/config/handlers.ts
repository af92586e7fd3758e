import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { checkConfig, isConfigKind } from '#shared/domain/config/kinds.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { CITY } from '#shared/domain/organisation/organisation.ts';
import { isDate, shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { audit } from '../../db/audit.ts';
import { appendChange } from '../../db/changes.ts';
import type { Database } from '../../db/schema.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { createReferenceCache } from '../../sync/reference.ts';
import { recountDueDays } from '../calendar/recount.ts';
import { standingRefusal, tableInUse } from './grounds.ts';
import { insertVersion, listVersions, lockVersion, namesOf, putReference, referenceId, removeReference, setReview, setStatus, type StoredVersion } from './repository.ts';

type Answer = HttpOutput<'proposeConfig'>;
type Names = 'configVersions' | 'proposeConfig' | 'submitConfig' | 'reviewConfig' | 'withdrawConfig';

/** What one request does to one version, in one transaction with its audit. */
interface Act {
  readonly action: string;
  readonly id: number;
  readonly refusal: (version: StoredVersion, officer: Officer, trx: Transaction<Database>) => AppError | null | Promise<AppError | null>;
  readonly perform: (trx: Transaction<Database>, version: StoredVersion) => Promise<StoredVersion['status']>;
}

/** Configuration in dated versions: an administrator of the city proposes, another one publishes. */
export function configHandlers(deps: ServerDeps): Pick<Handlers, Names> {
  return {
    async configVersions({ kind }) {
      if (!isConfigKind(kind)) return fail({ code: 'NOT_FOUND', message: '没有这一类配置，请升级客户端后重试。' });
      const stored = await listVersions(deps.db, kind);
      const names = await namesOf(deps.db, stored.flatMap(({ authorId, reviewerId }) => (reviewerId === null ? [authorId] : [authorId, reviewerId])));
      return ok({ today: today(deps), versions: stored.map((version) => view(version, names)) });
    },

    async proposeConfig({ kind, key, effectiveFrom, body, note, submit }, request) {
      const version = { kind, key, effectiveFrom, body };
      const refusal = refusalOf(cityOnly(request.officer) ?? dayRefusal(effectiveFrom, today(deps)), checkConfig(kind, key, body)) ?? await standingRefusal(deps.db, version);
      if (refusal !== null) return await refused(deps, request, 'config.propose', `${kind}:${key}`, refusal);
      const status = submit ? 'submitted' as const : 'draft' as const;
      return ok(await deps.db.transaction().execute(async (trx) => {
        const kept = await insertVersion(trx, { ...version, status, note: note.trim(), authorId: request.officer.id, proposedAt: deps.clock() });
        await audit(trx, entry(deps, request, 'config.propose', referenceId({ kind, key, version: kept.version }), 'ok'));
        return { ...kept, status };
      }));
    },

    submitConfig: ({ id }, request) => act(deps, request, {
      action: 'config.submit', id,
      refusal: (version, officer) => (version.authorId === officer.id && version.status === 'draft' ? null : notYours('只有起草人可以提交自己的草稿。')),
      perform: async (trx) => { await setStatus(trx, id, 'submitted'); return 'submitted'; },
    }),

    async reviewConfig({ id, agrees, opinion }, request) {
      const answer = await act(deps, request, {
        action: agrees ? 'config.publish' : 'config.send-back', id,
        // Between proposal and publication the others may have changed.
        refusal: async (version, officer, trx) => reviewRefusal(version, officer, agrees, opinion, today(deps)) ?? (agrees ? await standingRefusal(trx, version) : null),
        perform: async (trx, version) => {
          const status = agrees ? 'published' as const : 'withdrawn' as const;
          await setReview(trx, id, { status, reviewerId: request.officer.id, reviewedAt: deps.clock(), opinion: opinion.trim() });
          if (agrees) await putReference(trx, version);
          if (agrees) await appendChange(trx, { kind: 'config', id: referenceId(version), channel: null, district: null, op: 'put' });
          return status;
        },
      });
      if (answer.ok && agrees) await recount(deps);
      return answer;
    },

    withdrawConfig: ({ id }, request) => act(deps, request, {
      action: 'config.withdraw', id,
      refusal: async (version, officer, trx) => withdrawalRefusal(version, officer, today(deps)) ?? (version.status === 'published' ? await tableInUse(trx, version) : null),
      perform: async (trx, version) => {
        await setStatus(trx, id, 'withdrawn');
        if (version.status === 'published') await removeReference(trx, version);
        if (version.status === 'published') await appendChange(trx, { kind: 'config', id: referenceId(version), channel: null, district: null, op: 'gone' });
        return 'withdrawn';
      },
    }),
  };
}

function today(deps: ServerDeps): string {
  return shanghaiDay(deps.clock().toISOString());
}

async function act(deps: ServerDeps, request: FastifyRequest, { action, id, refusal, perform }: Act): Promise<Result<Answer>> {
  const done = await deps.db.transaction().execute(async (trx): Promise<Result<Answer>> => {
    const version = await lockVersion(trx, id);
    if (version === null) return fail({ code: 'NOT_FOUND', message: '没有这一版配置，列表可能已变化，请刷新。' });
    const why = cityOnly(request.officer) ?? await refusal(version, request.officer, trx);
    if (why !== null) return fail(why);
    const status = await perform(trx, version);
    await audit(trx, entry(deps, request, action, referenceId(version), 'ok'));
    return ok({ id, version: version.version, status });
  });
  return done.ok ? done : await refused(deps, request, action, String(id), done.error);
}

/** Counts the open cases anew where a published configuration may move their days. */
async function recount(deps: ServerDeps): Promise<void> {
  const { calendar, settings } = await createReferenceCache(deps.db, deps.clock).load();
  await recountDueDays(deps.db, { calendar, settings, today: today(deps) });
}

function cityOnly(officer: Officer): AppError | null {
  return officer.district === CITY ? null : { code: 'OUT_OF_SCOPE', message: '全市统一的配置由市级系统管理员维护，请联系市级系统管理员。' };
}

function refusalOf(first: AppError | null, checked: Result<null>): AppError | null {
  return first ?? (checked.ok ? null : checked.error);
}

/** What was done yesterday was done under yesterday's configuration. */
function dayRefusal(effectiveFrom: string, now: string): AppError | null {
  if (!isDate(effectiveFrom)) return { code: 'FIELD_INVALID', message: '生效日期不是有效的日期。', details: { path: 'effectiveFrom' } };
  return effectiveFrom >= now ? null : { code: 'FIELD_INVALID', message: `生效日期不能早于今天（${now}）。配置不溯及既往。`, details: { path: 'effectiveFrom' } };
}

function notYours(message: string): AppError {
  return { code: 'FORBIDDEN', message };
}

function reviewRefusal(version: StoredVersion, officer: Officer, agrees: boolean, opinion: string, now: string): AppError | null {
  if (version.status !== 'submitted') return { code: 'CONFLICT', message: '这一版不在待审核状态，请刷新后查看。' };
  if (version.authorId === officer.id) return notYours('不能审核自己起草的配置，请由另一位系统管理员审核。');
  if (!agrees) return opinion.trim() === '' ? { code: 'FIELD_INVALID', message: '退回时请写明理由。', details: { path: 'opinion' } } : null;
  return refusalOf(dayRefusal(version.effectiveFrom, now), checkConfig(version.kind, version.key, version.body));
}

function withdrawalRefusal(version: StoredVersion, officer: Officer, now: string): AppError | null {
  if (version.status === 'withdrawn') return { code: 'CONFLICT', message: '这一版已经撤回。' };
  if (version.status === 'published') return version.effectiveFrom > now ? null : { code: 'CONFLICT', message: '这一版已经生效，不能撤回。需要更改的，请发布新的一版。' };
  return version.authorId === officer.id ? null : notYours('只有起草人可以撤回；不同意的，请审核退回。');
}

function view(version: StoredVersion, names: ReadonlyMap<string, string>): HttpOutput<'configVersions'>['versions'][number] {
  const { authorId, reviewerId, proposedAt, reviewedAt, ...rest } = version;
  const person = (id: string) => ({ id, name: names.get(id) ?? id });
  return { ...rest, author: person(authorId), proposedAt: proposedAt.toISOString(), reviewer: reviewerId === null ? null : person(reviewerId), reviewedAt: reviewedAt?.toISOString() ?? null };
}

async function refused(deps: ServerDeps, request: FastifyRequest, action: string, objectId: string, error: AppError): Promise<{ readonly ok: false; readonly error: AppError }> {
  await audit(deps.db, entry(deps, request, action, objectId, error.code));
  return fail(error);
}

function entry(deps: ServerDeps, request: FastifyRequest, action: string, objectId: string, outcome: string): Parameters<typeof audit>[1] {
  return {
    at: deps.clock(), officerId: request.officer.id, deviceId: request.deviceId, ip: request.ip, action, objectKind: 'config', objectId, outcome, requestId: request.id,
  };
}
