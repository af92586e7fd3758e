import type { EXECUTION } from '../../catalogue/execution.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { SDHZ } from './sdhz.ts';

export const EXECUTION_DEFINITIONS: Readonly<Record<keyof typeof EXECUTION, DocumentDefinition>> = { SDHZ };
