import type { Transaction } from 'kysely';
import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { joinVisits, type JointVisit, proposeMerges, type WaitingVisit } from '#shared/domain/draw/merge.ts';
import { dispatchRefusal, operatorRefusal } from '#shared/domain/draw/steps.ts';
import { taskOfDraw } from '#shared/domain/draw/tasks.ts';
import { caseNumber, taskSeries } from '#shared/domain/document/number-series.ts';
import { isUsable } from '#shared/domain/matter/matter.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { type District, inScope } from '#shared/domain/organisation/organisation.ts';
import { CHECK_RULES } from '#shared/domain/task/step.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { copyOfParty } from '#shared/domain/party/party.ts';
import type { Database } from '../../db/schema.ts';
import type { ReferenceData } from '../../sync/reference.ts';
import { takeNumber } from '../case/repository.ts';
import { createTasks } from '../task/repository.ts';
import { act, type DrawDeps, type DrawRequest, NO_DRAW, todayOf } from './acting.ts';
import { findDraw, lockDraw } from './draw-repository.ts';
import { visibleDraw } from './drawing.ts';
import { lockDraws, lockVisits, readBodies, settleItems, type Settled, type WaitingItem, waitingElsewhere, waitingOf } from './dispatch-repository.ts';
import { countVisits } from './pool-repository.ts';
import { toDraw } from './views.ts';

type Bodies = Awaited<ReturnType<typeof readBodies>>;

function visitOf(item: WaitingItem): WaitingVisit {
  const [leader = '', second = ''] = item.officer_ids;
  return {
    drawId: item.draw_id, objectId: item.object_id, projectId: item.project_id, partyKey: item.party_key, partyName: item.party_name, objectName: item.object_name, district: item.district as District, channel: item.channel,
    planName: item.plan_name, matterCodes: item.matter_codes, officerIds: [leader, second], visitOn: item.visit_on, dueOn: item.due_on,
  };
}

/** Visits of the draw that can go together with others waiting. */
export async function mergesOf(deps: DrawDeps, { drawId }: HttpInput<'drawMerges'>, request: DrawRequest): Promise<Result<HttpOutput<'drawMerges'>>> {
  const draw = await visibleDraw(deps, drawId, request.officer);
  if (!draw.ok) return draw;
  const own = (await waitingOf(deps.db, drawId)).map(visitOf);
  const others = (await waitingElsewhere(deps.db, drawId, own.map(({ partyKey }) => partyKey))).map(visitOf);
  const { officers } = await deps.reference.load();
  const proposals = proposeMerges(own, others).map((proposal) => ({
    ...proposal, visits: proposal.visits.map(({ officerIds, matterCodes, drawId: of, objectId, objectName, channel, planName, visitOn, dueOn }) => ({
      drawId: of, objectId, objectName, channel, planName, matterCodes: [...matterCodes], officers: officerIds.map((id) => officers.get(id)?.name ?? ''), visitOn, dueOn,
    })),
  }));
  return ok({ proposals });
}

/** One task for several drawn visits; the matters of all, the officers of the leading draw first. */
export async function mergeDrawn(deps: DrawDeps, input: HttpInput<'mergeDrawn'>, request: DrawRequest): Promise<Result<HttpOutput<'mergeDrawn'>>> {
  return await act(deps, request, 'draw.merge', input.drawId, async (trx) => {
    await lockDraws(trx, [input.drawId, ...input.with.map(({ drawId }) => drawId)]);
    const draw = await findDraw(trx, scopeOf(request.officer), input.drawId);
    const refusal = operatorRefusal(request.officer) ?? (draw === null ? NO_DRAW : dispatchRefusal(draw));
    if (refusal !== null) return fail(refusal);
    const chosen = await chosenItems(trx, input, request);
    if (!chosen.ok) return chosen;
    const [lead, ...others] = chosen.value;
    if (lead === undefined) return fail(NO_DRAW);
    const reference = await deps.reference.load();
    const joint = joinVisits(visitOf(lead), others.map(visitOf), reference.officers);
    const made = await makeTasks(trx, deps, request, [{ items: [lead, ...others], joint }]);
    if (!made.ok) return made;
    const [setAside] = made.value.setAside;
    if (setAside !== undefined) return fail({ code: 'CAP_EXCEEDED', message: `不能合并：${setAside}。`, article: CHECK_RULES });
    return ok({ taskId: made.value.tasks[0]?.id ?? '', withoutSight: joint.withoutSight.map((id) => reference.officers.get(id)?.name ?? '') });
  });
}

const NOT_TOGETHER: AppError = { code: 'CONFLICT', message: '所选的抽查已经派发、合并，或者不能合为一次检查。请刷新后重新选择。' };

/** The named items, provided that they are still offered together and all lie in the caller's scope. */
async function chosenItems(trx: Transaction<Database>, input: HttpInput<'mergeDrawn'>, { officer }: DrawRequest): Promise<Result<readonly WaitingItem[]>> {
  const own = await waitingOf(trx, input.drawId);
  const lead = own.find(({ object_id }) => object_id === input.objectId);
  if (lead === undefined) return fail(NOT_TOGETHER);
  const all = [...own, ...await waitingElsewhere(trx, input.drawId, [lead.party_key])];
  const offered = proposeMerges([visitOf(lead)], all.filter((item) => item !== lead).map(visitOf))[0]?.visits ?? [];
  const items = input.with.map((wanted) => all.find((item) => item.draw_id === wanted.drawId && item.object_id === wanted.objectId
    && offered.some((visit) => visit.drawId === wanted.drawId && visit.objectId === wanted.objectId)));
  const found = items.flatMap((item) => item ?? []);
  if (found.length !== items.length || new Set(found).size !== found.length) return fail(NOT_TOGETHER);
  const outside = found.find((item) => !inScope(scopeOf(officer), { district: item.district, channel: item.channel }));
  return outside === undefined ? ok([lead, ...found]) : fail({ code: 'OUT_OF_SCOPE', message: `“${outside.plan_name}”不在您的权限范围内，不能合并。请由市局双随机管理员合并。` });
}

/** Makes tasks of everything that still waits. */
export async function dispatchDraw(deps: DrawDeps, { drawId }: HttpInput<'dispatchDraw'>, request: DrawRequest): Promise<Result<HttpOutput<'dispatchDraw'>>> {
  const { officer } = request;
  return await act(deps, request, 'draw.dispatch', drawId, async (trx) => {
    const draw = await lockDraw(trx, scopeOf(officer), drawId);
    const refusal = operatorRefusal(officer) ?? (draw === null ? NO_DRAW : dispatchRefusal(draw));
    if (refusal !== null) return fail(refusal);
    const items = await waitingOf(trx, drawId);
    const made = await makeTasks(trx, deps, request, items.map((item) => ({ items: [item], joint: singleVisit(item) })));
    if (!made.ok) return made;
    const after = await findDraw(trx, scopeOf(officer), drawId);
    return after === null ? fail(NO_DRAW) : ok({ draw: toDraw(after), tasks: made.value.tasks.length, setAside: made.value.setAside.length });
  });
}

function singleVisit(item: WaitingItem): JointVisit {
  return { matterCodes: item.matter_codes, officerIds: item.officer_ids, withoutSight: [], visitOn: item.visit_on, dueOn: item.due_on };
}

interface Visit {
  readonly items: readonly WaitingItem[];
  readonly joint: JointVisit;
}

interface Made {
  readonly tasks: readonly Task[];
  readonly setAside: readonly string[];
}

/** The tasks of the visits with their numbers. What passed its cap since the draw is set aside, with the reason. */
async function makeTasks(trx: Transaction<Database>, deps: DrawDeps, request: DrawRequest, visits: readonly Visit[]): Promise<Result<Made>> {
  const reference = await deps.reference.load();
  const items = visits.flatMap((visit) => visit.items);
  const refusal = matterRefusal(items, reference, todayOf(deps));
  if (refusal !== null) return fail(refusal);
  await lockVisits(trx, items.map(({ party_key }) => party_key));
  const bodies = await readBodies(trx, items);
  const obstacles = await obstacleOf(trx, items, reference, bodies);
  const settled: Settled[] = [];
  const tasks: Task[] = [];
  for (const visit of visits) {
    const obstacle = obstacles(visit);
    const task = obstacle === null ? await taskOf(trx, deps, visit, { reference, bodies, createdBy: request.officer.id }) : null;
    if (task !== null) tasks.push(task);
    settled.push(...visit.items.map(({ draw_id, position }) => ({ draw_id, position, task_id: task?.id ?? null, set_aside: task === null ? obstacle : null })));
  }
  await createTasks(trx, tasks);
  await settleItems(trx, settled, deps.clock());
  return ok({ tasks, setAside: settled.flatMap(({ set_aside }) => set_aside ?? []) });
}

function matterRefusal(items: readonly WaitingItem[], { matters }: ReferenceData, today: string): AppError | null {
  const codes = [...new Set(items.flatMap(({ matter_codes }) => matter_codes))];
  const withdrawn = codes.map((code) => matters.get(code)).find((matter) => matter !== undefined && !isUsable(matter, today) && !isUsable(matter, items[0]?.visit_on ?? today));
  if (withdrawn === undefined) return null;
  return { code: 'MATTER_NOT_PUBLISHED', message: `“${withdrawn.name}”已经撤下公布，不得据以派发检查。请先由事项管理员重新公布。`, article: CHECK_RULES, details: { code: withdrawn.code } };
}

/** Tasks made since the pot was frozen may have used the enterprise's visits up. */
async function obstacleOf(trx: Transaction<Database>, items: readonly WaitingItem[], { matters }: ReferenceData, { parties, projects }: Bodies): Promise<(visit: Visit) => string | null> {
  const year = Number((items[0]?.visit_on ?? '').slice(0, 4));
  const codes = [...new Set(items.flatMap(({ matter_codes }) => matter_codes))];
  const visits = new Map([...await countVisits(trx, year, codes, items.map(({ party_key }) => party_key))].map(([party, made]) => [party, new Map(made)]));
  return ({ items: [item], joint }) => {
    if (item === undefined || !parties.has(item.party_key)) return '企业已从企业库删除，无法派发';
    if (item.project_id !== null && !projects.has(item.project_id)) return '工程已从工程库删除，无法派发';
    const made = visits.get(item.party_key) ?? new Map<string, number>();
    const full = joint.matterCodes.map((code) => matters.get(code)).find((matter) => matter?.cap != null && (made.get(matter.code) ?? 0) >= matter.cap);
    if (full !== undefined) return `抽取后已另行安排检查，“${full.name}”本年度达到上限${String(full.cap)}次`;
    for (const code of joint.matterCodes) made.set(code, (made.get(code) ?? 0) + 1);
    visits.set(item.party_key, made);
    return null;
  };
}

async function taskOf(trx: Transaction<Database>, deps: DrawDeps, { items, joint }: Visit, made: { readonly reference: ReferenceData; readonly bodies: Bodies; readonly createdBy: string }): Promise<Task | null> {
  const [lead, ...others] = items;
  const record = made.bodies.parties.get(lead?.party_key ?? '');
  if (lead === undefined || record === undefined) return null;
  const today = todayOf(deps);
  const task = taskOfDraw({
    taskId: deps.random.id(), drawId: lead.draw_id, planId: lead.plan_id, planName: lead.plan_name, channel: lead.channel, district: lead.district as District, matters: joint.matterCodes.flatMap((code) => made.reference.matters.get(code) ?? []),
    party: copyOfParty(record), project: projectOf(items, made.bodies),
    officerIds: joint.officerIds, visitOn: joint.visitOn, dueOn: joint.dueOn, together: others.map(({ plan_name }) => plan_name),
  }, { today, createdBy: made.createdBy });
  const [series, year] = [taskSeries(task.channel), Number(today.slice(0, 4))];
  return { ...task, taskNo: caseNumber(series, year, await takeNumber(trx, series, year)) };
}

function projectOf(items: readonly WaitingItem[], { projects }: Bodies): Task['project'] {
  const found = projects.get(items.find(({ project_id }) => project_id !== null)?.project_id ?? '');
  if (found === undefined) return null;
  const { id, name, address, projectCode, permitNo, contractPriceFen, areaSquareMetres } = found;
  return { id, name, address, projectCode, permitNo, contractPriceFen, areaSquareMetres };
}

