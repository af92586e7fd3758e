import type { FILING } from '../../catalogue/filing.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { LASP } from './lasp.ts';

export const FILING_DEFINITIONS: Readonly<Record<keyof typeof FILING, DocumentDefinition>> = { LASP };
