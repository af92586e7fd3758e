import type { INVESTIGATION } from '../../catalogue/investigation.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { DCZJ } from './dczj.ts';

export const INVESTIGATION_DEFINITIONS: Readonly<Record<keyof typeof INVESTIGATION, DocumentDefinition>> = { DCZJ };
