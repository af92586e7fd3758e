import type { Kysely } from 'kysely';
import type { Database } from '#api/db/schema.ts';
import { caseRow, writeCases } from '#api/modules/case/repository.ts';
import { writeTasks } from '#api/modules/task/repository.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { newCaseFile } from '#shared/domain/case-file/new-case-file.ts';
import { newTask } from '#shared/domain/task/new-task.ts';
import type { CorrectiveOrder } from '#shared/domain/task/order.ts';
import type { CheckLine, Task } from '#shared/domain/task/task.ts';
import { PARTY } from '#tests/helpers/cases.ts';

/** A finished task of 监察支队 in 姑苏区, changed as told. */
export function task(id: string, changes: Partial<Task>): Task {
  const plan = {
    channel: 'JC', district: '320508', source: 'plan', checkClass: 'routine', title: `检查${id}`, matterCodes: ['SZZJ-JG-023'], party: PARTY, project: null,
    place: '示例工地', description: '', dueOn: '2026-12-31', plannedOn: null, officerIds: ['officer-a', 'officer-b'], checklist: [],
  } as const;
  return { ...newTask(id, plan, { today: '2026-01-05', createdBy: 'officer-a' }), rev: 1, ...changes };
}

export function line(itemId: string, result: CheckLine['result']): CheckLine {
  return { itemId, matterCode: 'SZZJ-JG-023', content: itemId, method: '', clause: '', violationId: null, result, note: '', evidenceIds: [] };
}

export function order(id: string, changes: Partial<CorrectiveOrder>): CorrectiveOrder {
  return { id, kind: 'correct', items: [], madeOn: '2026-03-10', dueOn: '2026-03-20', scope: '', extensions: [], rounds: [], lifted: null, endedOn: null, ...changes };
}

export function caseFile(id: string, changes: Partial<CaseFile>): CaseFile {
  const payload = { channel: 'JC', district: '320508', cause: '未取得施工许可证擅自施工', violationId: 'J01', clue: { source: 'inspection', receivedOn: '2026-01-05', subject: `线索${id}`, description: '' } } as const;
  return { ...newCaseFile(id, payload, changes.registeredOn ?? '2026-01-05'), rev: 1, party: PARTY, officerIds: ['officer-a'], ...changes };
}

/** A decided case with its fine in yuan. */
export function decided(id: string, decidedOn: string, yuan: number, changes: Partial<CaseFile> = {}): CaseFile {
  return caseFile(id, { stage: 'SERVED', decidedOn, decided: { kinds: ['fine'], fineFen: yuan * 100, confiscationFen: 0, otherItems: [] }, ...changes });
}

export async function put(db: Kysely<Database>, { tasks = [], cases = [], dueOn = {} }: { readonly tasks?: readonly Task[]; readonly cases?: readonly CaseFile[]; readonly dueOn?: Readonly<Record<string, string>> }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await writeTasks(trx, tasks);
    await writeCases(trx, cases.map((file) => caseRow(file, dueOn[file.id] ?? null, '2026-11-20T06:00:00.000Z')));
  });
}
