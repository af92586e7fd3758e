import type { DocumentToPrint, Todo, Workbench } from '#shared/contract/views.ts';
import { caseTitle, type CaseFile } from '#shared/domain/case-file/case-file.ts';
import { channelsOf } from '#shared/domain/channel/in-force.ts';
import { standIn } from '#shared/domain/procedure/stand-in.ts';
import { isUnprinted } from '#worker/db/repositories/case-columns.ts';
import type { Workspace } from '#worker/session/workspace.ts';
import { effectiveCase } from '#worker/state/effective.ts';
import { todoOf, waitingStages } from '#worker/state/todo.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

/** Cases looked at and shown; the nearest deadlines first. */
const TODOS = 200;
const NEAR = 50;
const TO_PRINT = 50;

export function workbenchHandlers({ session }: HandlerDeps): Handlers<'workbench.get'> {
  return { 'workbench.get': () => workbench(session.workspace()) };
}

function workbench(workspace: Workspace): Workbench {
  const { cache, state, officer } = workspace;
  const today = state.today();
  const common = { officerId: officer.id, today, rows: null };
  const near = cache.list.page({ ...common, filter: { mine: true, deadline: 'near' }, sort: 'due', offset: 0, limit: NEAR });
  const late = cache.list.page({ ...common, filter: { mine: true, deadline: 'overdue' }, sort: 'due', offset: 0, limit: NEAR });
  const todos = findTodos(workspace, today);
  return {
    todos,
    todoTotal: todos.length,
    near: [...late.items, ...near.items].slice(0, NEAR),
    toPrint: findUnprinted(workspace),
    counts: {
      open: cache.list.count({ ...common, filter: { deadline: 'open' } }),
      overdue: cache.list.count({ ...common, filter: { deadline: 'overdue' } }),
      near: cache.list.count({ ...common, filter: { deadline: 'near' } }),
      closedThisYear: cache.workbench.closedSince(`${today.slice(0, 4)}-01-01`),
    },
  };
}

function findTodos({ cache, state, officer }: Workspace, today: string): readonly Todo[] {
  const context = state.reference.context(officer, `${today}T04:00:00.000Z`);
  const stages = waitingStages(standIn(context).actor, channelsOf(context.settings));
  const rows = cache.workbench.candidates({ officerId: officer.id, channel: officer.channel, district: officer.district, stages, limit: TODOS });
  return rows.flatMap((row) => {
    const file = effectiveCase(cache.cases.findByRow(row.row));
    const action = file === null ? null : todoOf(file, context);
    return file === null || action === null ? [] : [{ caseId: file.id, title: caseTitle(file), stage: file.stage, action, dueOn: row.dueOn }];
  });
}

function findUnprinted({ cache, officer }: Workspace): readonly DocumentToPrint[] {
  const files = cache.workbench.unprinted(officer.id, TO_PRINT).map((row) => effectiveCase(cache.cases.findByRow(row))).filter((file) => file !== null);
  return files.flatMap(unprintedOf).slice(0, TO_PRINT);
}

function unprintedOf(file: CaseFile): readonly DocumentToPrint[] {
  return file.documents.filter(isUnprinted).map((document) => ({
    caseId: file.id, documentId: document.id, code: document.code, docNo: document.docNo, caseTitle: caseTitle(file), issuedAt: document.issuedAt ?? '',
  }));
}
