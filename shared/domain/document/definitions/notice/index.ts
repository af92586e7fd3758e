import type { NOTICE } from '../../catalogue/notice.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { FQSM } from './fqsm.ts';
import { GZS } from './gzs.ts';
import { GZSP } from './gzsp.ts';
import { SSBL } from './ssbl.ts';
import { SSFH } from './ssfh.ts';
import { TZBG } from './tzbg.ts';
import { TZBL } from './tzbl.ts';
import { TZBS } from './tzbs.ts';
import { TZGG } from './tzgg.ts';
import { TZGZ } from './tzgz.ts';
import { TZSL } from './tzsl.ts';
import { TZTZ } from './tztz.ts';

export const NOTICE_DEFINITIONS: Readonly<Record<keyof typeof NOTICE, DocumentDefinition>> = {
  GZSP, GZS, TZGZ, SSBL, FQSM, SSFH, TZSL, TZBS, TZTZ, TZGG, TZBL, TZBG,
};
