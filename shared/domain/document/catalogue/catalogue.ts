import { DECISION } from './decision.ts';
import type { CatalogueEntry } from './entry.ts';
import { EXECUTION } from './execution.ts';
import { FILING } from './filing.ts';
import { INSPECTION } from './inspection.ts';
import { INVESTIGATION } from './investigation.ts';
import { NOTICE } from './notice.ts';
import { VOLUME } from './volume.ts';

const PARTS = { ...INSPECTION, ...FILING, ...INVESTIGATION, ...NOTICE, ...DECISION, ...EXECUTION, ...VOLUME };
export type DocumentCode = keyof typeof PARTS;

/** Every kind of document, in the order of the catalogue (domain notes §2.1). */
export const CATALOGUE: Readonly<Record<DocumentCode, CatalogueEntry>> = PARTS;
export const DOCUMENT_CODES = Object.keys(CATALOGUE) as [DocumentCode, ...DocumentCode[]];
