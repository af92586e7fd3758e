import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { RegisterCase, RegisterTask } from '#shared/contract/http/registers.ts';
import { caseTitle, type Approval, type CaseFile, type Payment } from '#shared/domain/case-file/case-file.ts';
import type { Scope } from '#shared/domain/organisation/organisation.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { EVENTS } from '#shared/domain/procedure/events.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import type { CorrectiveOrder } from '#shared/domain/task/order.ts';
import type { Task } from '#shared/domain/task/task.ts';
import type { Database } from '../../db/schema.ts';
import { caseCondition } from '../../sync/scope.ts';

/** Tasks and cases a page shows at most, the newest first. */
const MOST = 100;

interface TaskRow extends Omit<RegisterTask, 'orders' | 'approvals'> {
  readonly approval: Task['approval'];
  readonly approvals: readonly Approval[] | null;
  readonly orders: readonly CorrectiveOrder[];
}

/** Tasks in scope that `condition` names. Bodies are unpacked once, and only what is shown leaves the database. */
export async function findTasks(db: Kysely<Database>, scope: Scope, condition: RawBuilder<boolean>): Promise<RegisterTask[]> {
  const { rows } = await sql<TaskRow>`
    select task.id, task_no as "taskNo", parts.title, state, source, channel, district, party_name as "partyName", created_on as "createdOn", planned_on as "plannedOn", due_on as "dueOn",
      inspected_on as "inspectedOn", finished_on as "finishedOn", result, parts.orders, parts.approval, parts.approvals
    from task, json_to_record(body) as parts (title text, orders json, approval json, approvals json)
    where ${condition} and ${caseCondition(scope)} order by created_on desc, task.id desc limit ${MOST}
  `.execute(db);
  return rows.map(({ approval, approvals, orders, ...task }) => ({
    ...task,
    orders: orders.map((order) => ({ id: order.id, kind: order.kind, madeOn: order.madeOn, dueOn: order.dueOn, endedOn: order.endedOn, items: order.items.length, rounds: order.rounds.length })),
    approvals: [
      ...(approval === null ? [] : [{ at: approval.at, officerName: approval.officerName, opinion: approval.opinion, what: '批准检查' }]),
      ...(approvals ?? []).map(toApproval),
    ],
  }));
}

interface CaseRow {
  readonly id: string;
  readonly caseNo: string | null;
  readonly stage: Stage;
  readonly channel: string;
  readonly district: RegisterCase['district'];
  readonly registeredOn: string;
  readonly party: Party | null;
  readonly cause: string;
  readonly clue: CaseFile['clue'];
  readonly filedOn: string | null;
  readonly decidedOn: string | null;
  readonly closedOn: string | null;
  readonly decided: CaseFile['decided'];
  readonly payments: readonly Payment[];
  readonly approvals: readonly Approval[];
}

export async function findCases(db: Kysely<Database>, scope: Scope, condition: RawBuilder<boolean>): Promise<RegisterCase[]> {
  const { rows } = await sql<CaseRow>`
    select case_file.id, case_no as "caseNo", stage, channel, district, registered_on as "registeredOn", parts.*
    from case_file, json_to_record(body) as parts (party json, cause text, clue json, "filedOn" text, "decidedOn" text, "closedOn" text, decided json, payments json, approvals json)
    where ${condition} and ${caseCondition(scope)} order by registered_on desc, case_file.id desc limit ${MOST}
  `.execute(db);
  return rows.map(({ party, cause, clue, decided, payments, approvals, ...row }) => ({
    ...row, title: caseTitle({ party, cause, clue }), partyName: party?.name ?? '', fineFen: decided?.fineFen ?? null, paidFen: payments.reduce((sum, payment) => sum + payment.amountFen, 0),
    payments: payments.map(({ paidOn, amountFen, receiptNo }) => ({ paidOn, amountFen, receiptNo })),
    approvals: approvals.map(toApproval),
  }));
}

function toApproval({ at, officerName, opinion, event }: Approval): RegisterCase['approvals'][number] {
  return { at, officerName, opinion, what: EVENTS[event] };
}

/** How many tasks and cases `of` names that lie outside the scope: their number is told, nothing else. */
export async function countHidden(db: Kysely<Database>, scope: Scope, of: { readonly tasks: RawBuilder<boolean>; readonly cases: RawBuilder<boolean> }): Promise<{ readonly tasks: number; readonly cases: number }> {
  const seen = caseCondition(scope);
  const { rows } = await sql<{ tasks: number; cases: number }>`
    select (select count(*)::int from task where ${of.tasks} and not (${seen})) as tasks, (select count(*)::int from case_file where ${of.cases} and not (${seen})) as cases
  `.execute(db);
  return rows[0] ?? { tasks: 0, cases: 0 };
}
