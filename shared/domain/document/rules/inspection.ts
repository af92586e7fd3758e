import { ENDED_STAGES, STAGE_KEYS, type Stage } from '../../procedure/stages.ts';
import type { INSPECTION } from '../catalogue/inspection.ts';
import { type DocumentRule, INVESTIGATION as INVESTIGATING, OFFICERS, SIGNERS } from './rule.ts';

const RECORD: DocumentRule = {
  draftStages: INVESTIGATING, issueStages: INVESTIGATING, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false,
};

/** Before anyone is assigned there is nobody to act; afterwards a hazard or a violation must be met at any time until the case is over. */
const NOT_LIVE: ReadonlySet<Stage> = new Set<Stage>(['CLUE', 'TRANSF', 'WITHDR', 'TERM', ...ENDED_STAGES]);
const LIVE: readonly Stage[] = STAGE_KEYS.filter((stage) => !NOT_LIVE.has(stage));

const INTERNAL: DocumentRule = { ...RECORD, draftStages: LIVE, issueStages: LIVE };
/** Sealed and handed to the party. */
const ORDER: DocumentRule = { ...INTERNAL, issueActors: SIGNERS, external: true };
/** Stops a site, or lets it go on: signed by the leader alone (安全条例 43; domain notes A10, A11). */
const LEADERS_ORDER: DocumentRule = { ...ORDER, issueActors: ['leader'] };
/** Made out on the spot by two officers, a copy left with the party. */
const RECORD_HANDED_OVER: DocumentRule = { ...INTERNAL, external: true };

export const INSPECTION_RULES: Readonly<Record<keyof typeof INSPECTION, DocumentRule>> = {
  JCSP: INTERNAL,
  JCTZ: ORDER,
  XCJC: RECORD,
  CYQZ: { ...RECORD, external: true },
  KYBL: RECORD,
  XWBL: RECORD,
  JGGZ: ORDER,
  SJDX: INTERNAL,
  ZGTZ: ORDER,
  TGTZ: LEADERS_ORDER,
  FGTZ: LEADERS_ORDER,
  FCJL: RECORD_HANDED_OVER,
  JYS: ORDER,
};
