import type { NOTICE } from '../../catalogue/notice.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { GZS } from './gzs.ts';

export const NOTICE_DEFINITIONS: Readonly<Record<keyof typeof NOTICE, DocumentDefinition>> = { GZS };
