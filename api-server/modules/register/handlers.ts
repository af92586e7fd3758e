import type { FastifyRequest } from 'fastify';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { mayImport } from '#shared/domain/import/target.ts';
import { scopeOf, type Officer } from '#shared/domain/officer/officer.ts';
import { EXPIRY_NOTICE_DAYS } from '#shared/domain/party/register.ts';
import { mayKeepRecusals } from '#shared/domain/officer/recusal.ts';
import { addCalendarDays, shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { audit } from '../../db/audit.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { findDuplicates } from './duplicates.ts';
import { listMerges, merge, previewMerge, undoMerge } from './merge.ts';
import { closeRecusal, findOfficer, findRecusal, insertRecusal, listOfficers, readOfficer, toRecusal } from './officer.ts';
import { listParties, readParty } from './party.ts';
import { listProjects, readProject } from './project.ts';

type Names = 'registerParties' | 'registerParty' | 'registerProjects' | 'registerProject' | 'registerOfficers' | 'registerOfficer' | 'addRecusal' | 'endRecusal'
  | 'registerDuplicates' | 'mergePreview' | 'mergeRecords' | 'registerMerges' | 'undoMerge';

const NO_PARTY: AppError = { code: 'NOT_FOUND', message: '名录中没有这家企业，可能已与其他记录合并。' };
const NO_PROJECT: AppError = { code: 'NOT_FOUND', message: '没有找到这个工程，可能不在您的权限范围内，或者已与其他记录合并。' };
const NO_OFFICER: AppError = { code: 'NOT_FOUND', message: '没有找到这名人员，可能不在您的权限范围内。' };
const NO_RECUSAL: AppError = { code: 'NOT_FOUND', message: '没有找到这条回避。' };

/** 工程、企业、人员: what several sources know on one page each. */
export function registerHandlers(deps: ServerDeps): Pick<Handlers, Names> {
  return { ...partyHandlers(deps), ...projectHandlers(deps), ...officerHandlers(deps), ...mergeHandlers(deps) };
}

function days(deps: ServerDeps): { readonly today: string; readonly near: string } {
  const today = shanghaiDay(deps.clock().toISOString());
  return { today, near: addCalendarDays(today, EXPIRY_NOTICE_DAYS) };
}

function partyHandlers(deps: ServerDeps): Pick<Handlers, 'registerParties' | 'registerParty'> {
  return {
    registerParties: async (input) => ok(await listParties(deps.db, input, days(deps).near)),
    async registerParty({ partyId }, request) {
      const page = await readParty(deps.db, scopeOf(request.officer), partyId, days(deps).today);
      return page === null ? fail(NO_PARTY) : ok(page);
    },
  };
}

function projectHandlers(deps: ServerDeps): Pick<Handlers, 'registerProjects' | 'registerProject'> {
  return {
    registerProjects: async (input, request) => ok(await listProjects(deps.db, scopeOf(request.officer), input)),
    async registerProject({ projectId }, request) {
      const page = await readProject(deps.db, scopeOf(request.officer), projectId, days(deps).today);
      return page === null ? fail(NO_PROJECT) : ok(page);
    },
  };
}

function officerHandlers(deps: ServerDeps): Pick<Handlers, 'registerOfficers' | 'registerOfficer' | 'addRecusal' | 'endRecusal'> {
  return {
    async registerOfficers(input, request) {
      const { today, near } = days(deps);
      return ok(await listOfficers(deps.db, scopeOf(request.officer), input, today, near));
    },
    async registerOfficer({ officerId }, request) {
      const officer = await findOfficer(deps.db, scopeOf(request.officer), officerId);
      if (officer === null) return fail(NO_OFFICER);
      return ok(await readOfficer(deps.db, scopeOf(request.officer), officer, days(deps).today, mayKeepRecusals(request.officer, officer)));
    },
    async addRecusal(input, request) {
      const officer = await keepable(deps, request, input.officerId);
      if (!officer.ok) return officer;
      const row = await insertRecusal(deps.db, input, request.officer, deps.clock());
      await record(deps, request, 'recusal.add', 'officer', input.officerId);
      return ok(toRecusal(row));
    },
    endRecusal: (input, request) => endRecusal(deps, input, request),
  };
}

async function keepable(deps: ServerDeps, request: FastifyRequest, officerId: string): Promise<Result<Officer>> {
  const officer = await findOfficer(deps.db, scopeOf(request.officer), officerId);
  if (officer === null) return fail(NO_OFFICER);
  return mayKeepRecusals(request.officer, officer) ? ok(officer) : fail({ code: 'FORBIDDEN', message: '回避由本人、机构负责人、分管领导或者双随机管理员登记，您不能登记。' });
}

async function endRecusal(deps: ServerDeps, { recusalId, toOn }: HttpInput<'endRecusal'>, request: FastifyRequest) {
  const recusal = await findRecusal(deps.db, recusalId);
  if (recusal === null) return fail(NO_RECUSAL);
  const officer = await keepable(deps, request, recusal.officer_id);
  if (!officer.ok) return officer;
  if (toOn < recusal.from_on) return fail({ code: 'DATES_OUT_OF_ORDER', message: '回避的截止日早于起始日，请更正。', details: { path: 'toOn' } });
  const row = await closeRecusal(deps.db, recusalId, toOn);
  await record(deps, request, 'recusal.end', 'officer', recusal.officer_id);
  return ok(toRecusal(row));
}

function record(deps: ServerDeps, request: FastifyRequest, action: string, objectKind: string, objectId: string, db: ServerDeps['db'] = deps.db): Promise<void> {
  return audit(db, { at: deps.clock(), officerId: request.officer.id, deviceId: request.deviceId, ip: request.ip, action, objectKind, objectId, outcome: 'ok', requestId: request.id });
}

function mergeHandlers(deps: ServerDeps): Pick<Handlers, 'registerDuplicates' | 'mergePreview' | 'mergeRecords' | 'registerMerges' | 'undoMerge'> {
  return {
    registerDuplicates: async ({ kind }, request) => keeper(request, async () => ok({ groups: await findDuplicates(deps.db, kind) })),
    mergePreview: async (input, request) => keeper(request, () => previewMerge(deps.db, input)),
    mergeRecords: async (input, request) => keeper(request, () => deps.db.transaction().execute(async (trx) => {
      const merged = await merge(trx, input, request.officer, deps.clock());
      if (merged.ok) await record(deps, request, 'register.merge', input.kind, merged.value.id, trx);
      return merged;
    })),
    registerMerges: async ({ kind }, request) => keeper(request, async () => ok({ merges: await listMerges(deps.db, kind) })),
    undoMerge: async ({ mergeId }, request) => keeper(request, () => deps.db.transaction().execute(async (trx) => {
      const undone = await undoMerge(trx, mergeId, request.officer, deps.clock());
      if (undone.ok) await record(deps, request, 'register.undo-merge', undone.value.kind, mergeId, trx);
      return undone;
    })),
  };
}

/** Who keeps the registers may merge in them. */
async function keeper<T>(request: FastifyRequest, work: () => Promise<Result<T>>): Promise<Result<T>> {
  if (mayImport(request.officer, 'party')) return work();
  return fail({ code: 'FORBIDDEN', message: '名录的合并由双随机管理员和系统管理员办理，您的账号没有这一角色。' });
}
