import type { INVESTIGATION } from '../../catalogue/investigation.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { CFKY } from './cfky.ts';
import { DCTZ } from './dctz.ts';
import { DCZJ } from './dczj.ts';
import { DJCL } from './djcl.ts';
import { DJSP } from './djsp.ts';
import { DJTZ } from './djtz.ts';
import { DZSJ } from './dzsj.ts';
import { JCCF } from './jccf.ts';
import { JDQJ } from './jdqj.ts';
import { JDWT } from './jdwt.ts';
import { QZBL } from './qzbl.ts';
import { QZSP } from './qzsp.ts';
import { SPTP } from './sptp.ts';
import { XZXC } from './xzxc.ts';
import { YCCF } from './yccf.ts';
import { YQSP } from './yqsp.ts';
import { ZJTQ } from './zjtq.ts';
import { ZZDC } from './zzdc.ts';

export const INVESTIGATION_DEFINITIONS: Readonly<Record<keyof typeof INVESTIGATION, DocumentDefinition>> = {
  DCTZ, ZJTQ, DZSJ, SPTP, DJSP, DJTZ, DJCL, JDWT, JDQJ, XZXC, QZSP, CFKY, YCCF, JCCF, QZBL, ZZDC, YQSP, DCZJ,
};
