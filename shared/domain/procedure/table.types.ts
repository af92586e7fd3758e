import type { DocumentCode } from '../document/document-file.ts';
import type { CaseEvent } from './events.ts';
import type { GuardName } from './guards/index.ts';
import type { Stage } from './stages.ts';

/**
 * Who acts. `case-officer`: a 承办人 or 协办人 of this very case; `officer`: any certified officer of the scope, before
 * anyone is assigned; `hearing-host`: the host of this very hearing; `countersigner`: whoever was asked to countersign;
 * `signer`: whoever's turn it is by the channel's route (`signing.ts`); `publicist`, `archivist`: clerks; the others are roles whose holder investigates none of it.
 */
export type Actor =
  | 'case-officer' | 'officer' | 'unit-head' | 'legal-reviewer' | 'leader' | 'bureau-head' | 'hearing-host' | 'countersigner' | 'signer' | 'publicist' | 'archivist';

/**
 * What a step asks for beside the opinion. The value in `data[key]` is: `text`, `long-text`: string; `date`: `YYYY-MM-DD`;
 * `officers`: officer ids, 承办人 first; `evidence`: an evidence id; `choice`: a key of `choices`; `confirm`: `true`;
 * `checklist`: `{[key]: true}` for every key of `choices`; `answers`: `{[key]: boolean}`; `days`: integer; `names`: strings;
 * `minute`: `YYYY-MM-DDTHH:mm` (Asia/Shanghai); `money`: integer fen; `count`: integer; `officer`: one officer's id;
 * `plan`: `{ dueOn, amountFen }[]` (`Instalment`); `items`: `{ name, spec, quantity, condition }[]` (`MeasureItem`);
 * `measure`, `remedy`: the id of a measure or remedy of the case that is not settled.
 */
export type StepFieldKind =
  | 'text' | 'long-text' | 'date' | 'minute' | 'officer' | 'officers' | 'evidence' | 'choice' | 'confirm' | 'checklist' | 'answers' | 'days' | 'count' | 'names'
  | 'money' | 'plan' | 'items' | 'measure' | 'remedy';

export interface StepField {
  readonly key: string;
  readonly label: string;
  readonly kind: StepFieldKind;
  readonly required: boolean;
  /** Key → label, in the order shown. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Bounds of `days`, `count` and `money`. */
  readonly min?: number;
  readonly max?: number;
  /** Asked only where the notice carried the right to a hearing. */
  readonly whenHearing?: true;
  readonly help?: string;
}

/** A target found by a rule of `targets.ts`, from the case as the step left it. */
export type FoundTarget =
  | 'after-defence' | 'after-review' | 'after-hearing' | 'without-hearing' | 'after-transfer' | 'after-remedy' | 'before-return' | 'before-closing';

/** Where a step leads: a stage, nowhere else, or by a rule. */
export type Target = Stage | 'stay' | FoundTarget;

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
  /** A step to the side or to an early end: offered apart from the way forward, and only where it may be taken. */
  readonly aside?: true;
  /** Code of the document that goes with the step (`document/catalogue`). */
  readonly document?: DocumentCode;
  readonly article?: string;
}
