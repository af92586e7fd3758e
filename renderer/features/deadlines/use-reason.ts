import { onScopeDispose, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { call } from '#renderer/bridge/ipc.ts';
import { useClock } from '#renderer/composables/clock.ts';
import { useReference } from '#renderer/composables/reference.ts';
import type { CaseListItem } from '#shared/contract/views.ts';
import { reasonLines, reasonOf } from './board.ts';

/** A pointer that only passes asks for nothing. */
const PAUSE_MS = 200;

interface Shown {
  readonly caseId: string;
  readonly row: HTMLElement;
  readonly lines: readonly string[];
  readonly verified: boolean;
}

/** The explanation of one date at a time, read from the case when somebody looks at its row. */
export function useReason() {
  const reference = useReference();
  const clock = useClock();
  const shown = shallowRef<Shown | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  function quiet(): void {
    clearTimeout(timer);
    asked += 1;
    shown.value = null;
  }

  function explain(item: CaseListItem, row: HTMLElement): void {
    quiet();
    const mine = asked;
    timer = setTimeout(() => {
      void read(item).then((answer) => { if (mine === asked) shown.value = { caseId: item.id, row, ...answer }; });
    }, PAUSE_MS);
  }

  async function read(item: CaseListItem): Promise<Pick<Shown, 'lines' | 'verified'>> {
    try {
      await reference.load();
      const { calendar, settings } = reference;
      const file = await call('case.get', { caseId: item.id });
      const reason = calendar === null || settings === null ? null : reasonOf(file, { calendar, settings, today: clock.today }, item);
      return { lines: reasonLines(item, reason), verified: reason?.verified ?? true };
    } catch (cause) {
      return { lines: [errorFrom(cause).message], verified: true };
    }
  }

  onScopeDispose(quiet);
  return { shown, explain, quiet };
}
