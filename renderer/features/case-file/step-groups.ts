import type { NextStep } from '#shared/domain/procedure/next-steps.ts';

export interface StepGroups {
  /** The way forward: what this officer may do now. */
  readonly forward: readonly NextStep[];
  /** Steps back. */
  readonly back: readonly NextStep[];
  /** Steps to the side or to an early end. */
  readonly aside: readonly NextStep[];
  /** Forward steps that are not yet possible, with what is missing. */
  readonly blocked: readonly NextStep[];
}

/** The steps of a stage by weight. */
export function groupSteps(steps: readonly NextStep[]): StepGroups {
  const open = steps.filter((step) => step.allowed);
  return {
    forward: open.filter((step) => !step.returns && !step.aside),
    back: open.filter((step) => step.returns),
    aside: open.filter((step) => step.aside && !step.returns),
    blocked: steps.filter((step) => !step.allowed && !step.returns && !step.aside),
  };
}
