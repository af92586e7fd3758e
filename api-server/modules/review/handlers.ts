import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { CITY } from '#shared/domain/organisation/organisation.ts';
import { checkMarks, isReviewer } from '#shared/domain/review/review.ts';
import { missingPapers } from '#shared/domain/volume/missing.ts';
import { scoreVolume } from '#shared/domain/volume/score.ts';
import { audit } from '../../db/audit.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { drawSample, findEntries, findEntry, findRound, findRounds, insertRound, updateEntry, type EntryRow, type EntryUpdate, type RoundRow, type Sample } from './repository.ts';
import { automaticScore, refusalTo, toEntry, toRound, toSheet } from './sheet.ts';

type Names = 'reviewRounds' | 'createReviewRound' | 'reviewRound' | 'reviewSheet' | 'saveReviewSheet';
type SaveInput = HttpInput<'saveReviewSheet'>;

/** 案卷评查: samples drawn by a seed, and the marks of those who did not work on the case. */
export function reviewHandlers(deps: ServerDeps): Pick<Handlers, Names> {
  return {
    async reviewRounds(_input, request) {
      const rounds = await findRounds(deps.db, scopeOf(request.officer));
      return ok({ rounds: rounds.map(toRound) });
    },
    createReviewRound: async (input, request) => audited(deps, request, 'review.create', await create(deps, input, request)),
    async reviewRound({ roundId }, request) {
      const round = await findRound(deps.db, scopeOf(request.officer), roundId);
      return round === null ? fail(NO_ROUND) : ok({ round: toRound(round), entries: (await findEntries(deps.db, roundId)).map(toEntry) });
    },
    async reviewSheet(input, request) {
      const entry = await visibleEntry(deps, input, request);
      return entry.ok ? ok(toSheet(entry.value, request.officer)) : entry;
    },
    saveReviewSheet: async (input, request) => audited(deps, request, input.finished ? 'review.finish' : 'review.mark', await save(deps, input, request), `${input.roundId}/${input.caseId}`),
  };
}

const NO_ROUND: AppError = { code: 'NOT_FOUND', message: '没有找到这一轮评查，可能不在您的权限范围内。' };
const NO_ENTRY: AppError = { code: 'NOT_FOUND', message: '这一轮评查没有抽到该案卷。' };

/** Refusals leave a line in the audit log; what succeeded wrote its own in its transaction. */
async function audited<T>(deps: ServerDeps, request: FastifyRequest, action: string, result: Result<T>, objectId: string | null = null): Promise<Result<T>> {
  if (!result.ok) await audit(deps.db, line(deps, request, action, objectId, result.error.code));
  return result;
}

function line(deps: ServerDeps, request: FastifyRequest, action: string, objectId: string | null, outcome: string): Parameters<typeof audit>[1] {
  return { at: deps.clock(), officerId: request.officer.id, deviceId: request.deviceId, ip: request.ip, action, objectKind: 'review', objectId, outcome, requestId: request.id };
}

async function create(deps: ServerDeps, input: HttpInput<'createReviewRound'>, request: FastifyRequest) {
  const sample = sampleOf(input, request);
  if (!sample.ok) return sample;
  const caseIds = await drawSample(deps.db, sample.value);
  if (caseIds.length === 0) return fail({ code: 'NOT_FOUND', message: `${input.from}至${input.to}登记的案件中没有已结案的，抽不出案卷。请放宽期间或者范围。` });
  const { officer } = request;
  const row = {
    id: randomUUID(), title: input.title, seed: input.seed, district: sample.value.district, channel: sample.value.channel, registered_from: input.from, registered_to: input.to,
    created_by: officer.id, created_by_name: officer.name, created_at: deps.clock(),
  };
  await deps.db.transaction().execute(async (trx) => {
    await insertRound(trx, row, caseIds);
    await audit(trx, line(deps, request, 'review.create', row.id, 'ok'));
  });
  const round: RoundRow = { ...row, size: caseIds.length, finished: 0, failed: 0 };
  return ok(toRound(round));
}

/** A district draws from its own cases only. */
function sampleOf(input: HttpInput<'createReviewRound'>, { officer }: FastifyRequest): Result<Sample> {
  if (!isReviewer(officer)) return fail({ code: 'FORBIDDEN', message: '只有法制审核员和负责人可以组织案卷评查。' });
  if (input.to < input.from) return fail({ code: 'FIELD_INVALID', message: '登记期间的止日早于起日，请更正。', details: { path: 'to' } });
  const scope = scopeOf(officer);
  const district = scope.district === CITY ? input.district ?? null : scope.district;
  const channel = scope.district === CITY ? input.channel ?? null : scope.channel ?? input.channel ?? null;
  if ((input.district ?? district) !== district || (input.channel ?? channel) !== channel) return fail({ code: 'OUT_OF_SCOPE', message: '只能抽取本地区、本渠道的案卷。' });
  return ok({ seed: input.seed, size: input.size, from: input.from, to: input.to, district, channel });
}

async function visibleEntry(deps: ServerDeps, { roundId, caseId }: { readonly roundId: string; readonly caseId: string }, request: FastifyRequest): Promise<Result<EntryRow>> {
  if (await findRound(deps.db, scopeOf(request.officer), roundId) === null) return fail(NO_ROUND);
  const entry = await findEntry(deps.db, roundId, caseId);
  return entry === null ? fail(NO_ENTRY) : ok(entry);
}

async function save(deps: ServerDeps, input: SaveInput, request: FastifyRequest) {
  const found = await visibleEntry(deps, input, request);
  if (!found.ok) return found;
  const refusal = refusalTo(found.value, request.officer);
  if (refusal !== null) return fail({ code: found.value.finished_at === null ? 'FORBIDDEN' : 'CONFLICT', message: refusal });
  const checked = checkMarks(automaticScore(found.value.body), input.marks, input.finished);
  if (!checked.ok) return checked;
  const written = await deps.db.transaction().execute(async (trx) => {
    const done = await updateEntry(trx, updateOf(deps, found.value, input, request));
    if (done) await audit(trx, line(deps, request, input.finished ? 'review.finish' : 'review.mark', `${input.roundId}/${input.caseId}`, 'ok'));
    return done;
  });
  if (!written) return fail({ code: 'CONFLICT', message: '这份评查表刚刚被保存过，您看到的不是最新内容。请重新打开后再评。' });
  const after = await visibleEntry(deps, input, request);
  return after.ok ? ok(toSheet(after.value, request.officer)) : after;
}

function updateOf(deps: ServerDeps, entry: EntryRow, input: SaveInput, { officer }: FastifyRequest): EntryUpdate {
  const score = scoreVolume(entry.body, missingPapers(entry.body), input.marks);
  return {
    roundId: input.roundId, caseId: input.caseId, rev: input.rev, reviewer: { id: officer.id, name: officer.name }, marks: input.marks, comment: input.comment,
    points: score.points, rejected: score.rejected, finished: input.finished ? { at: deps.clock(), items: score.items } : null,
  };
}
