import type { EXECUTION } from '../../catalogue/execution.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { CGS } from './cgs.ts';
import { FMPJ } from './fmpj.ts';
import { GGSD } from './ggsd.ts';
import { JASP } from './jasp.ts';
import { JCFK } from './jcfk.ts';
import { QZZX } from './qzzx.ts';
import { SDHZ } from './sdhz.ts';
import { SDQR } from './sdqr.ts';
import { YQFQ } from './yqfq.ts';
import { YQPZ } from './yqpz.ts';
import { YQSPB } from './yqspb.ts';
import { ZDBA } from './zdba.ts';
import { ZXXY } from './zxxy.ts';

export const EXECUTION_DEFINITIONS: Readonly<Record<keyof typeof EXECUTION, DocumentDefinition>> = { SDHZ, SDQR, GGSD, YQFQ, YQSPB, YQPZ, JCFK, CGS, QZZX, ZXXY, FMPJ, JASP, ZDBA };
