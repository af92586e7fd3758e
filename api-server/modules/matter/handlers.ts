import type { FastifyInstance } from 'fastify';
import type { Transaction } from 'kysely';
import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { channelNames } from '#shared/domain/channel/in-force.ts';
import { checkMatter } from '#shared/domain/matter/check.ts';
import type { Matter, MatterContent } from '#shared/domain/matter/matter.ts';
import { claimMatter, publishMatter, withdrawPublication } from '#shared/domain/matter/standing.ts';
import { sameMatter, type MatterAction } from '#shared/domain/matter/versions.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { isDate } from '#shared/domain/time-limit/days.ts';
import type { Database } from '../../db/schema.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { createReferenceCache } from '../../sync/reference.ts';
import { change, noMatter, todayOf, type MatterDeps } from './changing.ts';
import { coverageHandlers } from './coverage.ts';
import { keepMattersInForce } from './due.ts';
import { allMatters, findMatter, keepVersion, listVersions, scheduledCodes, withdrawVersion } from './repository.ts';
import { sheetHandlers } from './sheets.ts';

type Kept = HttpOutput<'saveMatter'>;
type Names = 'matterVersions' | 'matterUse' | 'saveMatter' | 'withdrawMatterVersion' | 'claimMatter' | 'publishMatter' | 'unpublishMatter' | 'importMatters' | 'exportMatters' | 'matterCoverage' | 'matterVisits' | 'importProvinceVisits';

/** Supervision matters: one officer of matters at the bureau keeps them, in versions with the day from which they hold. */
export function matterHandlers(app: FastifyInstance, server: ServerDeps): Pick<Handlers, Names> {
  const deps: MatterDeps = { ...server, reference: createReferenceCache(server.db, server.clock) };
  keepMattersInForce(app, server);
  return {
    async matterVersions({ code }) {
      const versions = await listVersions(deps.db, code);
      if (versions.length === 0) return fail(noMatter(code));
      return ok({ today: todayOf(deps), versions: versions.map((row) => ({ version: row.version, effectiveFrom: row.effective_from, action: row.action, state: row.state, note: row.note, author: row.author_name, at: row.at.toISOString(), matter: row.body })) });
    },
    saveMatter: (input, request) => change(deps, request, 'matter.edit', input.code, (trx) => save(trx, deps, input, request.officer)),
    withdrawMatterVersion: ({ code, version }, request) => change(deps, request, 'matter.withdraw', code, async (trx) => {
      if (await withdrawVersion(trx, code, version)) return ok({ version, state: 'withdrawn' });
      return fail({ code: 'CONFLICT', message: '这一版不在待生效状态，可能已经生效或者撤回。请刷新后查看。' });
    }),
    claimMatter: ({ code, baseVersion, ...claim }, request) => change(deps, request, 'matter.claim', code, (trx) => (
      stand(trx, deps, { code, baseVersion, action: 'claim', note: claim.reason }, request.officer, (matter) => claimMatter(matter, claim, todayOf(deps))))),
    publishMatter: ({ code, baseVersion, on, note }, request) => change(deps, request, 'matter.publish', code, (trx) => (
      stand(trx, deps, { code, baseVersion, action: 'publish', note }, request.officer, (matter) => publishMatter(matter, on, todayOf(deps))))),
    unpublishMatter: ({ code, baseVersion, reason }, request) => change(deps, request, 'matter.unpublish', code, (trx) => (
      stand(trx, deps, { code, baseVersion, action: 'unpublish', note: reason }, request.officer, (matter) => withdrawPublication(matter, reason)))),
    ...sheetHandlers(deps),
    ...coverageHandlers(deps),
  };
}

interface Save {
  readonly code: string;
  readonly baseVersion: number;
  readonly effectiveFrom: string;
  readonly content: MatterContent;
  readonly note: string;
}

async function save(trx: Transaction<Database>, deps: MatterDeps, input: Save, author: Officer): Promise<Result<Kept>> {
  const today = todayOf(deps);
  const current = await findMatter(trx, input.code);
  const refusal = dayRefusal(input.effectiveFrom, today) ?? staleRefusal(current, input) ?? await scheduledRefusal(trx, input.code);
  if (refusal !== null) return fail(refusal);
  const matter: Matter = current === null ? await brandNew(trx, input) : { ...current, ...input.content };
  const { settings, violations } = await deps.reference.load();
  const problems = checkMatter(matter, { channels: new Set(Object.keys(channelNames(settings))), violationIds: new Set(violations.keys()) });
  const [first] = problems;
  if (first !== undefined) return fail({ code: 'FIELD_INVALID', message: problems.length === 1 ? first.message : `有 ${problems.length} 处需要更正：${first.message}`, details: { path: first.path, problems } });
  if (current !== null && sameMatter(current, matter)) return fail({ code: 'CONFLICT', message: '内容没有变化，不需要新的一版。' });
  return ok(await keepVersion(trx, { matter, action: 'edit', note: input.note.trim(), effectiveFrom: input.effectiveFrom, author, at: deps.clock() }, today));
}

async function brandNew(trx: Transaction<Database>, { code, content, effectiveFrom }: Save): Promise<Matter> {
  const last = (await allMatters(trx)).at(-1)?.no ?? 0;
  return { ...content, no: last + 1, code, claim: 'unclaimed', claimedOn: null, claimReason: '', publishedOn: null, version: 0, effectiveFrom };
}

/** Somebody else may have kept a version since the form was opened; a new matter must not take the code of another. */
function staleRefusal(current: Matter | null, { code, baseVersion }: Pick<Save, 'code' | 'baseVersion'>): AppError | null {
  if (current === null) return baseVersion === 0 ? null : noMatter(code);
  if (baseVersion === 0) return { code: 'FIELD_INVALID', message: `编码 ${code} 已经用于“${current.name}”，请换一个编码。`, details: { path: 'code' } };
  return current.version === baseVersion ? null : { code: 'CONFLICT', message: `这一事项已有第 ${current.version} 版，您看到的是第 ${baseVersion} 版。请刷新后再改。` };
}

async function scheduledRefusal(trx: Transaction<Database>, code: string): Promise<AppError | null> {
  const waiting = (await scheduledCodes(trx)).get(code);
  return waiting === undefined ? null : { code: 'CONFLICT', message: `第 ${waiting.version} 版将于 ${waiting.effective_from} 生效。需要再改的，请先撤回这一版。` };
}

/** What was inspected yesterday was inspected under yesterday's item. */
function dayRefusal(day: string, today: string): AppError | null {
  if (!isDate(day)) return { code: 'FIELD_INVALID', message: '生效日期不是有效的日期。', details: { path: 'effectiveFrom' } };
  return day >= today ? null : { code: 'FIELD_INVALID', message: `生效日期不能早于今天（${today}）。`, details: { path: 'effectiveFrom' } };
}

interface Standing {
  readonly code: string;
  readonly baseVersion: number;
  readonly action: MatterAction;
  readonly note: string;
}

/** Claim and publication hold from today; a version that waits for its day takes them over then. */
async function stand(trx: Transaction<Database>, deps: MatterDeps, { code, baseVersion, action, note }: Standing, author: Officer, step: (matter: Matter) => Result<Matter>): Promise<Result<Kept>> {
  const current = await findMatter(trx, code);
  if (current === null) return fail(noMatter(code));
  const stale = staleRefusal(current, { code, baseVersion });
  if (stale !== null) return fail(stale);
  const stepped = step(current);
  if (!stepped.ok) return stepped;
  const today = todayOf(deps);
  return ok(await keepVersion(trx, { matter: stepped.value, action, note: note.trim(), effectiveFrom: today, author, at: deps.clock() }, today));
}
