import type { Kysely, Transaction } from 'kysely';
import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { commitmentOf, type Snapshot } from '#shared/domain/draw/draw.ts';
import { canonicalJson, sha256Text } from '#shared/domain/draw/hashing.ts';
import { countOf, type DrawChoice, type DrawParameters, narrowed, wideningRefusal } from '#shared/domain/draw/parameters.ts';
import { type DrawPlan, drawingRefusal } from '#shared/domain/draw/plan.ts';
import { holdsOne, WITNESS_ROLES } from '#shared/domain/draw/roles.ts';
import { partyKey } from '#shared/domain/draw/pool.ts';
import { type DrawRecord, makeRecord } from '#shared/domain/draw/record.ts';
import { buildSnapshot, checkedSnapshot, type ListedObject, type Lists } from '#shared/domain/draw/snapshot.ts';
import { abandonRefusal, type DrawStanding, operatorRefusal, runRefusal, witnessRefusal } from '#shared/domain/draw/steps.ts';
import { documentNumber, documentSeries, numberYear } from '#shared/domain/document/number-series.ts';
import { isUsable } from '#shared/domain/matter/matter.ts';
import { ROLES, scopeOf, type Officer } from '#shared/domain/officer/officer.ts';
import type { Database } from '../../db/schema.ts';
import { takeNumber } from '../case/repository.ts';
import { act, type DrawDeps, type DrawRequest, NO_DRAW, NO_PLAN, readingRefusal, todayOf } from './acting.ts';
import { findDraw, findOpenDraw, insertDraw, insertItems, insertRecord, lockCommits, lockDraw, readSecrets, type DrawRow, updateDraw } from './draw-repository.ts';
import { findPlan, lockPlan, updatePlan } from './plan-repository.ts';
import { eventOf } from './plans.ts';
import { countVisits, listObjects } from './pool-repository.ts';
import { findRecusals } from '../register/recusals.ts';
import { type DrawView, toDraw } from './views.ts';

function parametersOf(plan: DrawPlan, choice: DrawChoice): DrawParameters {
  const { ratioPermille, visitOn, dueOn, excludedObjects, excludedOfficers } = choice;
  return {
    ...narrowed(plan, choice), planId: plan.id, planNo: plan.no, year: plan.year, channel: plan.channel, district: plan.district, matterCodes: plan.matterCodes, weights: plan.weights,
    ratioPermille, visitOn, dueOn, excludedObjects, excludedOfficers,
  };
}

async function readLists(db: Kysely<Database>, deps: DrawDeps, plan: DrawPlan, visitOn: string): Promise<Lists> {
  const reference = await deps.reference.load();
  const [objects, visits, recusals] = [await listObjects(db, plan.objectKind, { district: plan.district, channel: plan.channel }), await countVisits(db, plan.year, plan.matterCodes), await findRecusals(db, visitOn)];
  return { objects, visits, recusals, officers: [...reference.officers.values()], matters: plan.matterCodes.flatMap((code) => reference.matters.get(code) ?? []) };
}

/** The pot as it would be now. Nothing is kept. */
export async function previewPool(deps: DrawDeps, { planId, ...choice }: HttpInput<'drawPool'>, request: DrawRequest): Promise<Result<HttpOutput<'drawPool'>>> {
  const refusal = readingRefusal(request.officer);
  if (refusal !== null) return fail(refusal);
  const row = await findPlan(deps.db, scopeOf(request.officer), planId);
  if (row === null) return fail(NO_PLAN);
  const { plan } = row;
  const parameters = parametersOf(plan, choice);
  const lists = await readLists(deps.db, deps, plan, choice.visitOn);
  const snapshot = buildSnapshot(parameters, lists);
  const checked = checkedSnapshot(parameters, lists, plan.ratioPermille, todayOf(deps));
  const obstacle = drawingRefusal(plan, todayOf(deps)) ?? wideningRefusal(plan, choice) ?? (checked.ok ? null : checked.error);
  return ok({
    objects: [...snapshot.objects], officers: [...snapshot.officers], leftOut: [...snapshot.leftOut], officersLeftOut: [...snapshot.officersLeftOut], recusals: snapshot.recusals.length,
    categories: [...new Set(lists.objects.map(({ category }) => category))].filter((category) => category !== '').sort(), wouldDraw: countOf(snapshot.objects.length, choice.ratioPermille),
    caps: capUse(lists, snapshot, choice.visitOn), refusal: obstacle,
  });
}

/** How many enterprises of the filter had how many of their visits. */
function capUse({ matters, visits, objects }: Lists, snapshot: Snapshot, day: string): HttpOutput<'drawPool'>['caps'] {
  const within = new Set([...snapshot.objects, ...snapshot.leftOut].map(({ id }) => id));
  const parties = [...new Set(objects.filter(({ id }) => within.has(id)).map((object: ListedObject) => partyKey(object)))];
  return matters.map((matter) => {
    const made = parties.map((party) => visits.get(party)?.get(matter.code) ?? 0);
    const full = made.filter((n) => matter.cap !== null && n >= matter.cap).length;
    const free = made.filter((n) => n === 0).length;
    return { code: matter.code, name: matter.name, cap: matter.cap, usable: isUsable(matter, day), free, some: made.length - free - full, full };
  });
}

/** Freezes the pot and the server's part of the seed. From here on nobody can change either. */
export async function commitDraw(deps: DrawDeps, { planId, ...choice }: HttpInput<'commitDraw'>, request: DrawRequest): Promise<Result<DrawView>> {
  const { officer } = request;
  return await act(deps, request, 'draw.commit', planId, async (trx) => {
    await lockCommits(trx);
    const plan = await lockPlan(trx, scopeOf(officer), planId);
    if (plan === null) return fail(NO_PLAN);
    const refusal = operatorRefusal(officer) ?? drawingRefusal(plan, todayOf(deps)) ?? wideningRefusal(plan, choice) ?? await otherDrawRefusal(trx, plan);
    if (refusal !== null) return fail(refusal);
    const snapshot = checkedSnapshot(parametersOf(plan, choice), await readLists(trx, deps, plan, choice.visitOn), plan.ratioPermille, todayOf(deps));
    if (!snapshot.ok) return snapshot;
    const drawId = await keep(trx, deps, plan, snapshot.value, officer);
    if (plan.state === 'approved') await updatePlan(trx, { ...plan, state: 'running', history: [...plan.history, eventOf(deps, officer, 'started', '')] });
    return await viewOf(trx, officer, drawId);
  }, ({ id }) => id);
}

async function otherDrawRefusal(trx: Transaction<Database>, plan: DrawPlan): Promise<AppError | null> {
  const open = await findOpenDraw(trx, plan.year, plan.matterCodes);
  return open === null ? null : { code: 'CONFLICT', message: `“${open.plan_name}”有一次相同事项的抽取正在进行（抽取人${open.operator_name}），频次还不能统计。请先完成或者作废那一次，再冻结名录。` };
}

async function keep(trx: Transaction<Database>, deps: DrawDeps, plan: DrawPlan, snapshot: Snapshot, officer: Officer): Promise<string> {
  const [id, serverSeed, text] = [deps.random.id(), deps.random.seed(), canonicalJson(snapshot)];
  const hash = sha256Text(text);
  const { parameters, objects, officers, leftOut } = snapshot;
  await insertDraw(trx, {
    id, plan_id: plan.id, year: plan.year, channel: plan.channel, district: plan.district, matter_codes: plan.matterCodes, state: 'committed', ratio_permille: parameters.ratioPermille, visit_on: parameters.visitOn,
    due_on: parameters.dueOn, pot_size: objects.length, officer_count: officers.length, left_out_count: leftOut.length, snapshot_hash: hash, commitment: commitmentOf(id, hash, serverSeed), operator_id: officer.id,
    operator_name: officer.name, committed_at: deps.clock(), witness_id: null, witness_name: null, witness_role: null, witness_words: null, witnessed_at: null, drawn_at: null, drawn_by_id: null, drawn_by_name: null, sheet_no: null,
    dispatched_at: null, abandoned_reason: null,
  }, text, serverSeed);
  return id;
}

function standingOf(row: DrawRow): DrawStanding {
  return { state: row.state, operatorId: row.operator_id, commitment: row.commitment };
}

/** One step on a draw under its lock. */
async function step(deps: DrawDeps, request: DrawRequest, action: string, drawId: string, work: (trx: Transaction<Database>, row: DrawRow) => Promise<AppError | null>): Promise<Result<DrawView>> {
  return await act(deps, request, action, drawId, async (trx) => {
    const row = await lockDraw(trx, scopeOf(request.officer), drawId);
    if (row === null) return fail(NO_DRAW);
    const refusal = await work(trx, row);
    return refusal === null ? await viewOf(trx, request.officer, drawId) : fail(refusal);
  });
}

/** The witness, in a session of his own, confirms what he sees and adds words that nobody knew. */
export async function witnessDraw(deps: DrawDeps, { drawId, commitment, words }: HttpInput<'witnessDraw'>, request: DrawRequest): Promise<Result<DrawView>> {
  const { officer } = request;
  return await step(deps, request, 'draw.witness', drawId, async (trx, row) => {
    const refusal = witnessRefusal(standingOf(row), officer, { commitment, words });
    if (refusal !== null) return refusal;
    const role = WITNESS_ROLES.find((each) => holdsOne(officer, [each]));
    await updateDraw(trx, drawId, { state: 'witnessed', witness_id: officer.id, witness_name: officer.name, witness_role: role === undefined ? '' : ROLES[role], witness_words: words.trim(), witnessed_at: deps.clock() });
    return null;
  });
}

export async function abandonDraw(deps: DrawDeps, { drawId, reason }: HttpInput<'abandonDraw'>, request: DrawRequest): Promise<Result<DrawView>> {
  return await step(deps, request, 'draw.abandon', drawId, async (trx, row) => {
    const refusal = abandonRefusal(standingOf(row), reason);
    if (refusal === null) await updateDraw(trx, drawId, { state: 'abandoned', abandoned_reason: reason.trim() });
    return refusal;
  });
}

/** Draws from the frozen pot and keeps the record for good. */
export async function runDraw(deps: DrawDeps, { drawId }: HttpInput<'runDraw'>, request: DrawRequest): Promise<Result<DrawView>> {
  const { officer } = request;
  return await step(deps, request, 'draw.run', drawId, async (trx, row) => {
    const refusal = operatorRefusal(officer) ?? runRefusal(standingOf(row));
    if (refusal !== null) return refusal;
    const { snapshot, serverSeed } = await readSecrets(trx, drawId);
    const now = deps.clock();
    const record = recordOf(row, JSON.parse(snapshot) as Snapshot, serverSeed, { officerId: officer.id, name: officer.name, at: now.toISOString() });
    await insertRecord(trx, record);
    await insertItems(trx, itemsOf(record));
    await updateDraw(trx, drawId, { state: 'drawn', drawn_at: now, drawn_by_id: officer.id, drawn_by_name: officer.name, sheet_no: await sheetNumber(trx, deps, row.channel) });
    return null;
  });
}

/** 文号 of the sheet, from the series of the document. */
async function sheetNumber(trx: Transaction<Database>, deps: DrawDeps, channel: string): Promise<string | null> {
  const { settings } = await deps.reference.load();
  const [series, year] = [documentSeries(settings, channel, 'SJDX'), numberYear(todayOf(deps))];
  return series === null ? null : documentNumber(series, year, await takeNumber(trx, series, year), settings);
}

/** The frozen pot: for whoever is to witness the draw, and for whoever asks later. */
export async function snapshotOf(deps: DrawDeps, drawId: string, officer: Officer): Promise<Result<HttpOutput<'drawSnapshot'>>> {
  const row = await visibleDraw(deps, drawId, officer);
  if (!row.ok) return row;
  const { body } = await deps.db.selectFrom('draw_snapshot').select('body').where('draw_id', '=', drawId).executeTakeFirstOrThrow();
  return ok({ snapshot: JSON.parse(body) as Snapshot });
}

function recordOf(row: DrawRow, snapshot: Snapshot, serverSeed: string, operator: DrawRecord['operator']): DrawRecord {
  return makeRecord({
    drawId: row.id, planName: row.plan_name, snapshot, serverSeed, commitment: row.commitment, committed: { officerId: row.operator_id, name: row.operator_name, at: row.committed_at.toISOString() },
    witness: { officerId: row.witness_id ?? '', name: row.witness_name ?? '', role: row.witness_role ?? '', words: row.witness_words ?? '', at: row.witnessed_at?.toISOString() ?? '' }, operator,
  });
}

function itemsOf({ drawId, snapshot, result }: DrawRecord): Parameters<typeof insertItems>[1] {
  const objects = new Map(snapshot.objects.map((object) => [object.id, object]));
  return result.flatMap(({ objectId, officerIds }, index) => {
    const object = objects.get(objectId);
    if (object === undefined) return [];
    const project = object.kind === 'project';
    return [{
      draw_id: drawId, position: index + 1, object_id: objectId, object_name: object.name, project_id: project ? objectId : null, party_id: project ? null : objectId, party_key: partyKey(object),
      party_name: object.partyName, district: object.district, officer_ids: [...officerIds], task_id: null, set_aside: null,
    }];
  });
}

async function viewOf(db: Kysely<Database>, officer: Officer, drawId: string): Promise<Result<DrawView>> {
  const row = await findDraw(db, scopeOf(officer), drawId);
  return row === null ? fail(NO_DRAW) : ok(toDraw(row));
}

/** The draw as the caller may see it. */
export async function visibleDraw(deps: DrawDeps, drawId: string, officer: Officer): Promise<Result<DrawRow>> {
  const refusal = readingRefusal(officer);
  if (refusal !== null) return fail(refusal);
  const row = await findDraw(deps.db, scopeOf(officer), drawId);
  return row === null ? fail(NO_DRAW) : ok(row);
}
