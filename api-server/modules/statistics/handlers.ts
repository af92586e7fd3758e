import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { placeOf, scopeOf } from '#shared/domain/officer/officer.ts';
import { channelName } from '#shared/domain/channel/in-force.ts';
import { type Names, reportRefusal } from '#shared/domain/statistics/groups.ts';
import { DEFINITIONS_VERSION } from '#shared/domain/statistics/measures.ts';
import { mayReport, monthRefusal } from '#shared/domain/statistics/snapshot.ts';
import { shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { audit } from '../../db/audit.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { createReferenceCache, type ReferenceData } from '../../sync/reference.ts';
import { checkQuestion, makeReport } from './report.ts';
import { findRows } from './rows.ts';
import { countReports, deleteReport, findReport, findReports, MOST_REPORTS, toReport, writeReport } from './saved.ts';
import { figuresOf, findSnapshot, findSnapshots, insertSnapshot, newestVersion, ownerOf, scopeOfSnapshot, toSnapshot } from './snapshots.ts';
import { exportReport } from './workbook.ts';

type Endpoints =
  | 'statisticsReport' | 'statisticsRows' | 'statisticsExport' | 'statisticsReports' | 'saveStatisticsReport' | 'removeStatisticsReport'
  | 'statisticsSnapshots' | 'statisticsSnapshot' | 'makeStatisticsSnapshot';

/** Statistics: computed in SQL in the caller's scope; what was reported for a month is frozen. */
export function statisticsHandlers(deps: ServerDeps): Pick<Handlers, Endpoints> {
  const reference = createReferenceCache(deps.db, deps.clock);
  return {
    statisticsReport: async (query, request) => await makeReport(deps.db, placeOf(request.officer), query, nowOf(deps)),
    async statisticsRows(input, request) {
      // Figures name no case; the rows behind them do.
      const scope = scopeOf(request.officer);
      const checked = checkQuestion(scope, { measures: [input.measure], groups: input.at.map(({ group }) => group), period: input.period, filter: input.filter });
      return checked.ok ? ok(await findRows(deps.db, scope, input, nowOf(deps).today)) : checked;
    },
    async statisticsExport(input, request) {
      const report = await makeReport(deps.db, placeOf(request.officer), input.query, nowOf(deps));
      if (!report.ok) return report;
      await audit(deps.db, line(deps, request, 'statistics.export', null, 'ok'));
      return ok(await exportReport(input, report.value, namesOf(await reference.load())));
    },
    async statisticsReports(_input, { officer }) {
      return ok({ reports: (await findReports(deps.db, officer)).map((row) => toReport(row, officer)) });
    },
    saveStatisticsReport: async (input, request) => await save(deps, input, request),
    removeStatisticsReport: async ({ id }, request) => await remove(deps, id, request),
    async statisticsSnapshots(_input, request) {
      const rows = await findSnapshots(deps.db, placeOf(request.officer));
      const newest = new Map<string, number>();
      for (const { district, channel, month, version } of rows) newest.set(`${district} ${channel} ${month}`, Math.max(version, newest.get(`${district} ${channel} ${month}`) ?? 0));
      return ok({ snapshots: rows.map((row) => toSnapshot(row, newest.get(`${row.district} ${row.channel} ${row.month}`) ?? 0)) });
    },
    statisticsSnapshot: async ({ id }, request) => await openSnapshot(deps, id, request),
    async makeStatisticsSnapshot(input, request) {
      const made = await makeSnapshot(deps, input, request);
      if (!made.ok) await audit(deps.db, line(deps, request, 'statistics.snapshot', input.month, made.error.code));
      return made;
    },
  };
}

function namesOf({ officers, matters, violations, settings }: ReferenceData): Names {
  return {
    channel: (key) => channelName(settings, key), matter: (code) => matters.get(code)?.name ?? code,
    officer: (id) => officers.get(id)?.name ?? id, violation: (id) => violations.get(id)?.cause ?? id,
  };
}

const NO_REPORT: AppError = { code: 'NOT_FOUND', message: '没有找到这张报表，可能已被删除，或者没有共享给您。' };

function nowOf({ clock }: ServerDeps): { readonly today: string; readonly at: Date } {
  const at = clock();
  return { today: shanghaiDay(at.toISOString()), at };
}

function line(deps: ServerDeps, request: FastifyRequest, action: string, objectId: string | null, outcome: string): Parameters<typeof audit>[1] {
  return { at: deps.clock(), officerId: request.officer.id, deviceId: request.deviceId, ip: request.ip, action, objectKind: 'statistics', objectId, outcome, requestId: request.id };
}

async function save(deps: ServerDeps, input: HttpInput<'saveStatisticsReport'>, request: FastifyRequest) {
  const { officer } = request;
  const refusal = reportRefusal(input.design.measures, input.design.groups) ?? (input.title.trim() === '' ? '报表名称未填写。' : null);
  if (refusal !== null) return fail({ code: 'FIELD_INVALID', message: refusal });
  if (input.rev === 0 && await countReports(deps.db, officer) >= MOST_REPORTS) return fail({ code: 'FIELD_INVALID', message: `您已保存${String(MOST_REPORTS)}张报表，请先删除不用的。` });
  const written = await deps.db.transaction().execute(async (trx) => {
    const row = await writeReport(trx, input, officer, deps.clock());
    if (row !== null) await audit(trx, line(deps, request, 'statistics.save-report', row.id, 'ok'));
    return row;
  });
  return written === null ? fail(await notSaved(deps, input.id, request)) : ok(toReport(written, officer));
}

/** Why nothing was written: gone, somebody else's, or saved meanwhile. */
async function notSaved(deps: ServerDeps, id: string, { officer }: FastifyRequest): Promise<AppError> {
  const found = await findReport(deps.db, officer, id);
  if (found === null) return NO_REPORT;
  if (found.owner_id !== officer.id) return { code: 'FORBIDDEN', message: `这张报表是${found.owner_name}的，您可以另存为自己的报表。` };
  return { code: 'CONFLICT', message: '这张报表刚刚在别处保存过，您看到的不是最新内容。请重新打开后再改，或者另存为新报表。' };
}

async function remove(deps: ServerDeps, id: string, request: FastifyRequest): Promise<Result<Record<string, never>>> {
  const done = await deps.db.transaction().execute(async (trx) => {
    const deleted = await deleteReport(trx, id, request.officer);
    if (deleted) await audit(trx, line(deps, request, 'statistics.remove-report', id, 'ok'));
    return deleted;
  });
  if (done) return ok({});
  const found = await findReport(deps.db, request.officer, id);
  return fail(found === null ? NO_REPORT : { code: 'FORBIDDEN', message: `这张报表是${found.owner_name}的，只有本人可以删除。` });
}

async function openSnapshot(deps: ServerDeps, id: string, { officer }: FastifyRequest) {
  const found = await findSnapshot(deps.db, placeOf(officer), id);
  if (found === null) return fail({ code: 'NOT_FOUND', message: '没有找到这份月报，可能不在您的权限范围内。' });
  const now = await figuresOf(deps.db, scopeOfSnapshot(found.row), found.row.month, nowOf(deps));
  if (!now.ok) return now;
  return ok({ snapshot: toSnapshot(found.row, await newestVersion(deps.db, found.row, found.row.month)), reported: found.figures, now: now.value });
}

async function makeSnapshot(deps: ServerDeps, { month, version, reason }: HttpInput<'makeStatisticsSnapshot'>, request: FastifyRequest) {
  const { officer } = request;
  const now = nowOf(deps);
  if (!mayReport(officer)) return fail({ code: 'FORBIDDEN', message: '只有分管领导、局主要负责人和系统管理员可以生成月报。' });
  const early = monthRefusal(month, now.today);
  if (early !== null) return fail({ code: 'FIELD_INVALID', message: early });
  const scope = placeOf(officer);
  const owner = ownerOf(scope);
  if (version !== await newestVersion(deps.db, owner, month) + 1) return fail(MADE_MEANWHILE);
  if (version > 1 && reason.trim() === '') return fail({ code: 'FIELD_INVALID', message: '更正已经生成的月报须写明理由。', details: { path: 'reason' } });
  const figures = await figuresOf(deps.db, { ...scope, channel: owner.channel === '' ? null : owner.channel }, month, now);
  if (!figures.ok) return figures;
  const row = { id: randomUUID(), month, ...owner, version, reason: reason.trim(), definitions: DEFINITIONS_VERSION, made_by: officer.id, made_by_name: officer.name, made_at: now.at };
  const made = await deps.db.transaction().execute(async (trx) => {
    const inserted = await insertSnapshot(trx, row, figures.value);
    if (inserted) await audit(trx, line(deps, request, 'statistics.snapshot', row.id, 'ok'));
    return inserted;
  });
  return made ? ok(toSnapshot(row, version)) : fail(MADE_MEANWHILE);
}

const MADE_MEANWHILE: AppError = { code: 'CONFLICT', message: '这个月的月报已由他人生成或者更正。请刷新后查看，确需更正的再写明理由。' };
