import type { DECISION } from '../../catalogue/decision.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { BGCX } from './bgcx.ts';
import { BYCF } from './bycf.ts';
import { BZTZ } from './bztz.ts';
import { CFJD } from './cfjd.ts';
import { CFSP } from './cfsp.ts';
import { DCCF } from './dccf.ts';
import { FZSH } from './fzsh.ts';
import { JTTL } from './jttl.ts';
import { JZGZ } from './jzgz.ts';
import { YSHZ } from './yshz.ts';
import { YSQD } from './ysqd.ts';
import { YSSP } from './yssp.ts';
import { YSSX } from './yssx.ts';

export const DECISION_DEFINITIONS: Readonly<Record<keyof typeof DECISION, DocumentDefinition>> = { FZSH, JTTL, CFSP, DCCF, CFJD, BYCF, JZGZ, YSSX, YSSP, YSQD, YSHZ, BGCX, BZTZ };
