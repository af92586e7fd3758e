import { computed, inject, provide, shallowRef, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue';
import { useRuleContext } from '#renderer/composables/rule-context.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { nextSteps, type NextStep } from '#shared/domain/procedure/next-steps.ts';
import { offeredSteps } from './offered-steps.ts';

export interface CaseSteps {
  /** What this officer may do now or could do if something were not missing; what is another person's is left out. */
  readonly steps: ComputedRef<readonly NextStep[]>;
  /** The step whose dialog is open. */
  readonly chosen: ShallowRef<NextStep | null>;
}

const KEY: InjectionKey<CaseSteps> = Symbol('case-steps');

/** The steps of a case, computed once for the panel and for the sections that offer them beside what they concern. */
export function provideCaseSteps(file: ShallowRef<CaseFile | null>): CaseSteps {
  const rules = useRuleContext();
  const found: CaseSteps = {
    steps: computed(() => (file.value === null || rules.value === null ? [] : offeredSteps(file.value, nextSteps(file.value, rules.value)))),
    chosen: shallowRef(null),
  };
  provide(KEY, found);
  return found;
}

export function useCaseSteps(): CaseSteps {
  const found = inject(KEY);
  if (found === undefined) throw new Error('the steps of a case stand inside a case page');
  return found;
}
