import { computed, inject, onScopeDispose, provide, watch, type ComputedRef, type InjectionKey } from 'vue';
import { createAutosave, type Autosave } from '#renderer/composables/autosave.ts';
import { useClock } from '#renderer/composables/clock.ts';
import { useReference } from '#renderer/composables/reference.ts';
import { useRuleContext } from '#renderer/composables/rule-context.ts';
import { useSession } from '#renderer/composables/session.ts';
import { dateTimeOf } from '#renderer/ui/format.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { RuleContext } from '#shared/domain/case-file/apply.types.ts';
import type { AnyTaskCommand, CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import { documentRules } from '#shared/domain/document/data.ts';
import { changeTask } from '#shared/domain/task/apply-task.ts';
import type { TaskCommandKind } from '#shared/domain/task/commands.ts';
import type { CorrectiveOrder } from '#shared/domain/task/order.ts';
import type { Task } from '#shared/domain/task/task.ts';
import type { VisitFacts } from './prefill/facts.ts';

/** Applies a command at once on this machine and queues it; answers the task as it is then. Throws `AppFailure`. */
export type SubmitTask = <K extends CommandKind>(kind: K, payload: CommandPayload<K>) => Promise<Task>;

/** What every part of the inspection shares. */
export interface Visit {
  readonly task: ComputedRef<Task>;
  readonly submit: SubmitTask;
  /** The visit's own fields by path, saving themselves; see `task.edit`. */
  readonly form: Autosave;
  /** Whether the signed-in officer inspects here. */
  readonly mine: ComputedRef<boolean>;
  /** Whether he may go on with the visit now. */
  readonly open: ComputedRef<boolean>;
  /** Whether checklist and findings may still change: not once the inspected person has signed. */
  readonly writable: ComputedRef<boolean>;
  readonly rules: ComputedRef<RuleContext | null>;
  readonly now: ComputedRef<string>;
  /** The local minute at this moment: what a step on site carries, however late it reaches the server. */
  readonly minute: () => string;
  /** Why a step would be refused; `null` when it would not, or while the rules are not loaded. */
  readonly refusal: <K extends TaskCommandKind>(kind: K, payload: CommandPayload<K>) => AppError | null;
  /** What papers are filled from. */
  readonly facts: (visits: number | null, order?: CorrectiveOrder | null) => VisitFacts | null;
}

const KEY: InjectionKey<Visit> = Symbol('visit');
/** Pause after the last key before it is stored, in milliseconds. */
const SAVE_PAUSE_MS = 800;

/** The fields of a visit by the paths of `task.edit`. */
export function visitValues(task: Task): Readonly<Record<string, unknown>> {
  const lines = task.checklist.flatMap((line) => (['result', 'note', 'evidenceIds'] as const).map((member) => [`checklist.${line.itemId}.${member}`, line[member]] as const));
  return { place: task.place, findings: task.findings, resultNote: task.resultNote, ...Object.fromEntries(lines) };
}

/** Whether the command would be refused, by the very rules that decide it. */
export function taskRefusal<K extends TaskCommandKind>(task: Task, kind: K, payload: CommandPayload<K>, rules: RuleContext): AppError | null {
  const command = { opId: 'asked-only', kind, entityId: task.id, baseRev: task.rev, payload, createdAt: rules.now } as AnyTaskCommand;
  const result = changeTask(task, command, { ...rules, documents: documentRules });
  return result.ok ? null : result.error;
}

export function isSigned(task: Pick<Task, 'signatures'>): boolean {
  return task.signatures.some((each) => each.signer === 'party');
}

function visitForm(task: () => Task, submit: SubmitTask): Autosave {
  const form = createAutosave(visitValues(task()), {
    pause: SAVE_PAUSE_MS,
    save: async (changes) => visitValues(await submit('task.edit', { changes: [...changes] })),
  });
  watch(task, (next) => { form.receive(visitValues(next)); });
  return form;
}

export function provideVisit(task: () => Task, submit: SubmitTask): Visit {
  const rules = useRuleContext();
  const reference = useReference();
  const clock = useClock();
  const session = useSession();
  const form = visitForm(task, submit);
  onScopeDispose(() => { void form.flush(); });
  const current = computed(task);
  const now = computed(() => dateTimeOf(clock.now).replace(' ', 'T'));
  const minute = (): string => dateTimeOf(Date.now() + session.clockOffset).replace(' ', 'T');
  const mine = computed(() => rules.value !== null && current.value.officerIds.includes(rules.value.actor.id));
  const visit: Visit = {
    task: current, submit, form, rules, now, minute, mine,
    open: computed(() => mine.value && current.value.state === 'on-site'),
    writable: computed(() => mine.value && current.value.state === 'on-site' && !isSigned(current.value)),
    refusal: (kind, payload) => (rules.value === null ? null : taskRefusal(current.value, kind, payload, rules.value)),
    facts: (visits, order) => {
      const { data } = reference;
      if (data === null) return null;
      return { task: current.value, matters: data.matters, violations: data.violations, calendar: data.calendar, now: now.value, visits, order: order ?? current.value.orders.at(-1) ?? null };
    },
  };
  provide(KEY, visit);
  return visit;
}

export function useVisit(): Visit {
  const visit = inject(KEY);
  if (visit === undefined) throw new Error('useVisit outside of InspectionPanel');
  return visit;
}
