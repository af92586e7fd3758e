import { dateOf } from '#renderer/ui/format.ts';
import type { ProjectPage } from '#shared/contract/http/registers.ts';
import { STAGES } from '#shared/domain/procedure/stages.ts';
import { FACT_KINDS, FACT_LABELS, FACT_PHASES, type FactPhase } from '#shared/domain/project/fact.ts';
import { ORDER_KINDS } from '#shared/domain/task/order.ts';
import { INSPECTION_RESULTS } from '#shared/domain/task/task.ts';

export const ENTRY_KINDS = { fact: '外部系统', task: '检查', order: '责令整改', case: '案件', approval: '审批' } as const;
export type EntryKind = keyof typeof ENTRY_KINDS;

/** One line of a project's life. */
export interface LifeEntry {
  readonly key: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly kind: EntryKind;
  readonly title: string;
  readonly detail: string;
  /** Where it comes from, with the stamp; empty for what happened here. */
  readonly source: string;
  readonly to: { readonly name: 'case' | 'task'; readonly params: Readonly<Record<string, string>> } | null;
}

type Fact = ProjectPage['facts'][number];

export function stampOf(fact: Pick<Fact, 'sourceSystem' | 'sourceRef' | 'fetchedAt'>): string {
  return `${fact.sourceSystem}　${fact.sourceRef}　取得于 ${dateOf(fact.fetchedAt)}`;
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('　');
}

function factEntries(facts: readonly Fact[]): readonly LifeEntry[] {
  return facts.filter((fact) => fact.on !== '').map((fact) => ({
    key: fact.id, on: fact.on, kind: 'fact', title: fact.title === '' || fact.title === FACT_LABELS[fact.kind] ? FACT_LABELS[fact.kind] : `${FACT_LABELS[fact.kind]}：${fact.title}`,
    detail: joined(fact.no, fact.unit, fact.state), source: stampOf(fact), to: null,
  }));
}

function taskEntries({ tasks }: Pick<ProjectPage, 'tasks'>): readonly LifeEntry[] {
  return tasks.flatMap((task): readonly LifeEntry[] => {
    const to = { name: 'task', params: { taskId: task.id } } as const;
    const result = task.result === null ? '' : INSPECTION_RESULTS[task.result];
    return [
      { key: task.id, on: task.inspectedOn ?? task.createdOn, kind: 'task', title: task.inspectedOn === null ? `安排检查：${task.title}` : task.title, detail: joined(task.partyName, result), source: '', to },
      ...task.orders.map((order): LifeEntry => ({
        key: order.id, on: order.madeOn, kind: 'order', title: `${ORDER_KINDS[order.kind]}（${order.items} 项）`,
        detail: joined(`限 ${order.dueOn} 前完成`, order.endedOn === null ? '尚未整改完毕' : `${order.endedOn} 了结`, order.rounds === 0 ? '' : `复查 ${order.rounds} 次`), source: '', to,
      })),
      ...task.approvals.map((approval): LifeEntry => approvalEntry(approval, task.id, to)),
    ];
  });
}

function approvalEntry(approval: ProjectPage['cases'][number]['approvals'][number], id: string, to: LifeEntry['to']): LifeEntry {
  return { key: `${id} ${approval.at}`, on: dateOf(approval.at), kind: 'approval', title: approval.what, detail: joined(approval.officerName, approval.opinion), source: '', to };
}

function caseEntries({ cases }: Pick<ProjectPage, 'cases'>): readonly LifeEntry[] {
  return cases.flatMap((each): readonly LifeEntry[] => {
    const to = { name: 'case', params: { caseId: each.id } } as const;
    const step = (on: string | null, what: string, detail = ''): readonly LifeEntry[] => (on === null ? [] : [{ key: `${each.id} ${what}`, on, kind: 'case', title: `${what}：${each.title}`, detail: joined(each.caseNo ?? '', detail), source: '', to }]);
    return [
      ...step(each.registeredOn, '登记线索', each.decidedOn === null ? `现为${STAGES[each.stage]}` : ''), ...step(each.filedOn, '立案'), ...step(each.decidedOn, '作出决定'), ...step(each.closedOn, '结案'),
      ...each.approvals.map((approval) => approvalEntry(approval, each.id, to)),
    ];
  });
}

/** Everything that is known of a project with its day, the newest first; of one day what other systems told stands last. */
export function lifeOf(page: Pick<ProjectPage, 'facts' | 'tasks' | 'cases'>): readonly LifeEntry[] {
  const order = Object.keys(ENTRY_KINDS) as EntryKind[];
  return [...factEntries(page.facts), ...taskEntries(page), ...caseEntries(page)]
    .toSorted((one, other) => other.on.localeCompare(one.on) || order.indexOf(other.kind) - order.indexOf(one.kind));
}

/** The facts of each part of the project's life, kind by kind in the order of the procedure. */
export function partsOf(facts: readonly Fact[]): readonly { readonly phase: FactPhase; readonly label: string; readonly facts: readonly Fact[] }[] {
  const kinds = Object.keys(FACT_KINDS);
  return (Object.keys(FACT_PHASES) as FactPhase[]).map((phase) => ({
    phase, label: FACT_PHASES[phase],
    facts: facts.filter((fact) => FACT_KINDS[fact.kind].phase === phase).toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || one.on.localeCompare(other.on)),
  }));
}
