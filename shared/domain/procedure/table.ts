import type { CaseEvent } from './events.ts';
import type { Stage } from './stages.ts';
import { APPROVALS_TABLE } from './table/approvals.ts';
import { CLOSING_TABLE } from './table/closing.ts';
import { COURT_TABLE } from './table/court.ts';
import { DECISION_TABLE } from './table/decision.ts';
import { EXECUTION_TABLE } from './table/execution.ts';
import { FILING_TABLE } from './table/filing.ts';
import { HEARING_TABLE } from './table/hearing.ts';
import { INVESTIGATION_TABLE } from './table/investigation.ts';
import { MEASURES_TABLE } from './table/measures.ts';
import { NOTICE_TABLE } from './table/notice.ts';
import { REMEDIES_TABLE } from './table/remedies.ts';
import { SUMMARY_TABLE } from './table/summary.ts';
import { TRANSFER_TABLE } from './table/transfer.ts';
import type { Transition } from './table.types.ts';

export { FILING_CONDITIONS } from './grounds.ts';
export { TERM_STAGES } from './stages.ts';

/** Every transition of the procedure (domain notes §1.4), in the order of the line. */
export const TRANSITIONS: readonly Transition[] = [
  ...FILING_TABLE, ...SUMMARY_TABLE, ...INVESTIGATION_TABLE, ...MEASURES_TABLE, ...TRANSFER_TABLE, ...NOTICE_TABLE, ...HEARING_TABLE, ...DECISION_TABLE,
  ...EXECUTION_TABLE, ...COURT_TABLE, ...REMEDIES_TABLE, ...CLOSING_TABLE, ...APPROVALS_TABLE,
];

/** The transition an event takes from a stage, or `undefined` where it does not exist. */
export function transitionOf(stage: Stage, event: CaseEvent): Transition | undefined {
  return TRANSITIONS.find((transition) => transition.event === event && transition.from.includes(stage));
}
