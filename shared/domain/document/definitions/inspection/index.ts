import type { INSPECTION } from '../../catalogue/inspection.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { CYQZ } from './cyqz.ts';
import { FCJL } from './fcjl.ts';
import { FGTZ } from './fgtz.ts';
import { JCSP } from './jcsp.ts';
import { JCTZ } from './jctz.ts';
import { JGGZ } from './jggz.ts';
import { JYS } from './jys.ts';
import { KYBL } from './kybl.ts';
import { SJDX } from './sjdx.ts';
import { TGTZ } from './tgtz.ts';
import { XCJC } from './xcjc.ts';
import { XWBL } from './xwbl.ts';
import { ZGTZ } from './zgtz.ts';

export const INSPECTION_DEFINITIONS: Readonly<Record<keyof typeof INSPECTION, DocumentDefinition>> = {
  JCSP, JCTZ, XCJC, CYQZ, KYBL, XWBL, JGGZ, SJDX, ZGTZ, TGTZ, FGTZ, FCJL, JYS,
};
