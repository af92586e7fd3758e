import type { NextStep } from '#shared/domain/procedure/next-steps.ts';

export interface StepGroups {
  /** The way forward: what this officer may do now. */
  readonly forward: readonly NextStep[];
  /** Steps back, to the side, or to an end. */
  readonly aside: readonly NextStep[];
  /** Forward steps that are not yet possible, with what is missing. */
  readonly blocked: readonly NextStep[];
}

/** The steps of a stage by weight. Changing officers is the way forward only while nobody is assigned. */
export function groupSteps(steps: readonly NextStep[]): StepGroups {
  const aside = (step: NextStep): boolean => step.returns || step.aside;
  return {
    forward: steps.filter((step) => step.allowed && !aside(step)),
    aside: steps.filter((step) => step.allowed && aside(step)),
    blocked: steps.filter((step) => !step.allowed && !aside(step)),
  };
}
