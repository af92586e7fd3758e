import type { DECISION } from '../../catalogue/decision.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { CFJD } from './cfjd.ts';
import { FZSH } from './fzsh.ts';

export const DECISION_DEFINITIONS: Readonly<Record<keyof typeof DECISION, DocumentDefinition>> = { CFJD, FZSH };
