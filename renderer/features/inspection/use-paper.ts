import { computed } from 'vue';
import { useRouter } from 'vue-router';
import { call } from '#renderer/bridge/ipc.ts';
import { useAttempt } from '#renderer/composables/attempt.ts';
import { paperRoute } from '#renderer/composables/paper-route.ts';
import type { FieldChange } from '#renderer/composables/field-edits.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { sameValue } from '#shared/domain/case-file/merge.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { draftRefusal } from '#shared/domain/document/rules.ts';
import { fileOfTask } from '#shared/domain/task/as-case-file.ts';
import type { CorrectiveOrder } from '#shared/domain/task/order.ts';
import { nextPaperId, paperOf, visitPaper } from './papers.ts';
import { prefillOf } from './prefill/index.ts';
import { useVisit } from './visit.ts';

export interface PaperAbout {
  readonly code: DocumentCode;
  /** The order, or a round of it, the paper is about; absent for the visit's own papers. */
  readonly about?: string | undefined;
  readonly order?: CorrectiveOrder | null | undefined;
  /** Earlier visits of the year, for papers that state them. */
  readonly visits?: number | null | undefined;
}

export interface Refreshed extends FieldChange {
  readonly label: string;
}

/** Fields that would change if the draft took over the visit as it is now. Times once written stay. */
export function refreshes(code: DocumentCode, values: Readonly<Record<string, unknown>>, prefilled: Readonly<Record<string, unknown>>): readonly Refreshed[] {
  const { fields } = definitionOf(code);
  return fields.flatMap(({ key, label, kind }) => {
    const [from, to] = [values[key] ?? null, prefilled[key]];
    if (to === undefined || sameValue(from, to) || (kind === 'minute' && from !== null && from !== '')) return [];
    return [{ path: key, label, from, to }];
  });
}

/** A paper of the visit: made in one click with what the visit knows, opened, brought up to date. */
export function usePaper(props: () => PaperAbout) {
  const visit = useVisit();
  const router = useRouter();
  const { busy, failure, attempt } = useAttempt();

  const paper = computed(() => {
    const { code, about } = props();
    return about === undefined ? visitPaper(visit.task.value, code) : paperOf(visit.task.value, code, about);
  });
  const refusal = computed(() => (visit.rules.value === null ? null : draftRefusal(fileOfTask(visit.task.value), props().code, null, visit.rules.value)));

  function prefilled(): Readonly<Record<string, unknown>> {
    const { code, order, visits } = props();
    const facts = visit.facts(visits ?? null, order ?? null);
    return facts === null ? {} : prefillOf(code, facts);
  }

  function open(documentId: string): Promise<unknown> {
    return router.push(paperRoute(fileOfTask(visit.task.value), documentId));
  }

  async function create(): Promise<string> {
    const { code, about } = props();
    await visit.form.flush();
    const documentId = nextPaperId(visit.task.value, code, about ?? visit.task.value.id);
    const values = { ...prefilled() } as CommandPayload<'document.create'>['values'];
    await visit.submit('document.create', { documentId, code, aboutDocumentId: null, values });
    return documentId;
  }

  /** Opens the paper, making it where it does not stand yet. */
  function make(): Promise<void> {
    return attempt(async () => { await open(paper.value?.id ?? await create()); });
  }

  /** Makes the paper without opening it. */
  function draft(): Promise<void> {
    return attempt(async () => { if (paper.value === undefined) await create(); });
  }

  async function changes(): Promise<readonly Refreshed[]> {
    const { value } = paper;
    if (value === undefined) return [];
    await visit.form.flush();
    return refreshes(value.code, (await call('document.get', { documentId: value.id })).values, prefilled());
  }

  function refresh(accepted: readonly Refreshed[]): Promise<void> {
    return attempt(async () => {
      const { value } = paper;
      if (value !== undefined) await visit.submit('document.edit', { documentId: value.id, changes: accepted.map(({ path, from, to }) => ({ path, from, to })) });
    });
  }

  return { paper, refusal, busy, failure, make, draft, changes, refresh };
}
