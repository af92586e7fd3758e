import { ENDED_STAGES, type Stage } from '../../procedure/stages.ts';
import type { Actor } from '../../procedure/table.types.ts';
import type { VOLUME } from '../catalogue/volume.ts';
import { type DocumentRule, OFFICERS } from './rule.ts';

/** A volume is put together when the case closes; one that was not filed keeps its papers as well. */
const BINDING: readonly Stage[] = ['CLOSE_APPR', ...ENDED_STAGES];
const BINDERS: readonly Actor[] = [...OFFICERS, 'unit-head', 'archivist'];
const PAGE_OF_VOLUME: DocumentRule = {
  draftStages: BINDING, issueStages: BINDING, draftActors: BINDERS, issueActors: BINDERS, issueGuards: [], external: false,
};

export const VOLUME_RULES: Readonly<Record<keyof typeof VOLUME, DocumentRule>> = { JF: PAGE_OF_VOLUME, JNML: PAGE_OF_VOLUME, BKB: PAGE_OF_VOLUME, ZWD: PAGE_OF_VOLUME };
