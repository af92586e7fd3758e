import type { INSPECTION } from '../../catalogue/inspection.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { XCJC } from './xcjc.ts';
import { XWBL } from './xwbl.ts';

export const INSPECTION_DEFINITIONS: Readonly<Record<keyof typeof INSPECTION, DocumentDefinition>> = { XCJC, XWBL };
