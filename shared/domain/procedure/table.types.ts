import type { DocumentCode } from '../document/document-file.ts';
import type { CaseEvent } from './events.ts';
import type { GuardName } from './guards/index.ts';
import type { Stage } from './stages.ts';

/** Who acts. `case-officer`: a 承办人 or 协办人 of this very case; the others are roles whose holder investigates none of it. */
export type Actor = 'case-officer' | 'unit-head' | 'legal-reviewer' | 'leader';

/**
 * What a step asks for beside the opinion. The value in `data[key]` is: `text`, `long-text`: string; `date`: `YYYY-MM-DD`;
 * `officers`: officer ids, 承办人 first; `evidence`: an evidence id; `choice`: a key of `choices`; `confirm`: `true`;
 * `checklist`: `{[key]: true}` for every key of `choices`; `answers`: `{[key]: boolean}`; `days`: integer; `names`: strings.
 */
export type StepFieldKind = 'text' | 'long-text' | 'date' | 'officers' | 'evidence' | 'choice' | 'confirm' | 'checklist' | 'answers' | 'days' | 'names';

export interface StepField {
  readonly key: string;
  readonly label: string;
  readonly kind: StepFieldKind;
  readonly required: boolean;
  /** Key → label, in the order shown. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Bounds of `days`. */
  readonly min?: number;
  readonly max?: number;
  /** Asked only where the notice carried the right to a hearing. */
  readonly whenHearing?: true;
  readonly help?: string;
}

/** Where a step leads: a stage, nowhere else, or by a rule of `targets.ts`. */
export type Target = Stage | 'stay' | 'after-defence' | 'after-review';

export interface Transition {
  readonly event: CaseEvent;
  readonly from: readonly Stage[];
  readonly to: Target;
  readonly actors: readonly Actor[];
  readonly guards: readonly GuardName[];
  readonly fields: readonly StepField[];
  /** `required`: the opinion must say something; `optional`: it may be empty; `none`: not asked for. */
  readonly opinion: 'required' | 'optional' | 'none';
  /** A step back: the case returns to someone who must mend it. */
  readonly returns?: true;
  /** The document that goes with the step. */
  readonly document?: DocumentCode;
  readonly article?: string;
}
