import { sql, type Transaction } from 'kysely';
import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { unknownChannel } from '#shared/domain/channel/refusals.ts';
import { approvalRefusal, changeRefusal, closingRefusal, type DrawPlan, type PlanContent, type PlanEvent, planRefusal } from '#shared/domain/draw/plan.ts';
import { mattersRefusal } from '#shared/domain/draw/snapshot.ts';
import { scopeOf, type Officer } from '#shared/domain/officer/officer.ts';
import { inScope } from '#shared/domain/organisation/organisation.ts';
import type { Database } from '../../db/schema.ts';
import { takeNumber } from '../case/repository.ts';
import { act, type DrawDeps, type DrawRequest, NO_PLAN } from './acting.ts';
import { findPlan, insertPlan, lockPlan, updatePlan } from './plan-repository.ts';

type Row = HttpOutput<'saveDrawPlan'>;

const STALE: AppError = { code: 'CONFLICT', message: '这个计划刚刚被别人改过，您看到的不是最新内容。请刷新后再办理。' };

export async function savePlan(deps: DrawDeps, input: HttpInput<'saveDrawPlan'>, request: DrawRequest): Promise<Result<Row>> {
  const { planId, rev, ...content } = input;
  return await act(deps, request, planId === null ? 'draw-plan.make' : 'draw-plan.change', planId, async (trx) => {
    const refusal = await contentRefusal(deps, content, request.officer);
    if (refusal !== null) return fail(refusal);
    const event = eventOf(deps, request.officer, planId === null ? 'made' : 'changed', '');
    const id = planId === null ? await make(trx, deps, content, event) : await change(trx, { planId, rev, content, event }, request.officer);
    return typeof id === 'string' ? await rowOf(trx, request.officer, id) : fail(id);
  }, ({ plan }) => plan.id);
}

async function contentRefusal(deps: DrawDeps, content: PlanContent, officer: Officer): Promise<AppError | null> {
  if (!inScope(scopeOf(officer), content)) return { code: 'OUT_OF_SCOPE', message: '只能制定本地区、本渠道的抽查计划。', details: { path: 'district' } };
  const reference = await deps.reference.load();
  const matters = content.matterCodes.flatMap((code) => reference.matters.get(code) ?? []);
  return unknownChannel(content.channel, reference) ?? planRefusal(content) ?? (content.matterCodes.length === 0 ? null : mattersRefusal({ matterCodes: content.matterCodes, visitOn: content.to }, { matters }));
}

async function make(trx: Transaction<Database>, deps: DrawDeps, content: PlanContent, event: PlanEvent): Promise<string> {
  const series = `SSJ-${content.channel}`;
  const no = `${series}-${String(content.year)}-${String(await takeNumber(trx, series, content.year)).padStart(2, '0')}`;
  const plan: DrawPlan = { ...content, name: content.name.trim(), id: deps.random.id(), rev: 1, no, state: 'draft', history: [event] };
  await insertPlan(trx, plan, deps.clock());
  return plan.id;
}

async function change(trx: Transaction<Database>, { planId, rev, content, event }: { readonly planId: string; readonly rev: number; readonly content: PlanContent; readonly event: PlanEvent }, officer: Officer): Promise<string | AppError> {
  const plan = await lockPlan(trx, scopeOf(officer), planId);
  if (plan === null) return NO_PLAN;
  const refusal = changeRefusal(plan) ?? (plan.rev === rev ? null : STALE);
  if (refusal !== null) return refusal;
  if (content.channel !== plan.channel || content.year !== plan.year) return { code: 'FIELD_NOT_EDITABLE', message: '计划的年度和渠道决定计划编号，不能修改。请另行制定计划。', details: { path: 'channel' } };
  await updatePlan(trx, { ...plan, ...content, name: content.name.trim(), history: [...plan.history, event] });
  return plan.id;
}

/** A leader approves a plan, or sends it back with his opinion. */
export async function decidePlan(deps: DrawDeps, { planId, rev, approved, opinion }: HttpInput<'decideDrawPlan'>, request: DrawRequest): Promise<Result<Row>> {
  const { officer } = request;
  return await act(deps, request, approved ? 'draw-plan.approve' : 'draw-plan.return', planId, async (trx) => {
    const plan = await lockPlan(trx, scopeOf(officer), planId);
    if (plan === null) return fail(NO_PLAN);
    const refusal = approvalRefusal(plan, officer) ?? (plan.rev === rev ? null : STALE) ?? opinionRefusal(approved, opinion) ?? (approved ? await contentRefusal(deps, plan, officer) : null);
    if (refusal !== null) return fail(refusal);
    await updatePlan(trx, { ...plan, state: approved ? 'approved' : 'draft', history: [...plan.history, eventOf(deps, officer, approved ? 'approved' : 'returned', opinion.trim())] });
    return await rowOf(trx, officer, planId);
  });
}

function opinionRefusal(approved: boolean, opinion: string): AppError | null {
  return approved || opinion.trim() !== '' ? null : { code: 'FIELD_INVALID', message: '请写明退回的理由。', details: { path: 'opinion' } };
}

export async function closePlan(deps: DrawDeps, { planId, rev }: HttpInput<'closeDrawPlan'>, request: DrawRequest): Promise<Result<Row>> {
  const { officer } = request;
  return await act(deps, request, 'draw-plan.close', planId, async (trx) => {
    const plan = await lockPlan(trx, scopeOf(officer), planId);
    if (plan === null) return fail(NO_PLAN);
    const { rows: [open] } = await sql<{ n: number }>`select count(*) as n from draw where plan_id = ${planId} and state not in ('dispatched', 'abandoned')`.execute(trx);
    const refusal = closingRefusal(plan, open?.n ?? 0) ?? (plan.rev === rev ? null : STALE);
    if (refusal !== null) return fail(refusal);
    await updatePlan(trx, { ...plan, state: 'closed', history: [...plan.history, eventOf(deps, officer, 'closed', '')] });
    return await rowOf(trx, officer, planId);
  });
}

export function eventOf(deps: DrawDeps, officer: Officer, kind: PlanEvent['kind'], note: string): PlanEvent {
  return { kind, at: deps.clock().toISOString(), officerId: officer.id, officerName: officer.name, note };
}

async function rowOf(trx: Transaction<Database>, officer: Officer, id: string): Promise<Result<Row>> {
  const row = await findPlan(trx, scopeOf(officer), id);
  return row === null ? fail(NO_PLAN) : ok(row);
}

