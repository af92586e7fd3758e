import type { CaseFile } from '../../case-file/case-file.ts';
import type { GuardName } from '../../procedure/guards/index.ts';
import { ENDED_STAGES, STAGE_KEYS, type Stage } from '../../procedure/stages.ts';
import { TERM_STAGES } from '../../procedure/table.ts';
import type { Actor } from '../../procedure/table.types.ts';

/** An approval that must stand; the sentence says what is missing. */
export interface Approval {
  readonly by: (file: CaseFile) => boolean;
  readonly message: string;
  readonly article: string;
}

/** When a kind of document may be written and issued, and by whom. What is fixed about it is in `catalogue/`. */
export interface DocumentRule {
  readonly draftStages: readonly Stage[];
  readonly issueStages: readonly Stage[];
  readonly draftActors: readonly Actor[];
  readonly issueActors: readonly Actor[];
  /** Checked again at the moment of issuing. */
  readonly issueGuards: readonly GuardName[];
  readonly approved?: Approval;
  /** Served on the party. */
  readonly external: boolean;
}

export const INVESTIGATION: readonly Stage[] = ['VERIFY', 'INVEST'];
export const AFTER_FILING: readonly Stage[] = [...TERM_STAGES, 'SUSP', 'DECIDED', 'SERVED', 'CLOSE_APPR'];
export const AFTER_NOTICE: readonly Stage[] = STAGE_KEYS.filter((stage) => !['CLUE', 'VERIFY', 'FILING', 'INVEST', 'SUSP', 'CONCL', ...ENDED_STAGES].includes(stage));
export const REVIEW: readonly Stage[] = ['LEGAL', 'COLLECT', 'DEC_APPR'];
/** A review that sent the case back is written down as well, after the case has gone. */
export const REVIEWED: readonly Stage[] = [...REVIEW, 'INVEST', 'NOTICE_APPR'];
export const OFFICERS: readonly Actor[] = ['case-officer'];
export const SIGNERS: readonly Actor[] = ['case-officer', 'leader'];
