import { distinctActs, sameActRefusal } from '../linked-case.ts';
import type { Guard } from './guard.ts';

/** No other case handles or punished the act; judged where the caller knows the party's other cases. */
export const actNotHandled: Guard = ({ file, context, data }) => {
  const others = context.otherCases ?? [];
  return sameActRefusal(data?.['distinctAct'] === true ? { ...file, distinctCaseIds: distinctActs(file, others) } : file, others);
};

/** No second fine for one act (art. 29). */
export const actNotFined: Guard = ({ file, context }) => {
  if (file.proposed?.kinds.includes('fine') !== true) return null;
  return sameActRefusal(file, (context.otherCases ?? []).filter((other) => (other.decided?.fineFen ?? 0) > 0));
};
