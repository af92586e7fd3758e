import type { FILING } from '../../catalogue/filing.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { AYDJ } from './aydj.ts';
import { BYGZ } from './bygz.ts';
import { BYLA } from './byla.ts';
import { CXLA } from './cxla.ts';
import { HBSQ } from './hbsq.ts';
import { HCQK } from './hcqk.ts';
import { LASP } from './lasp.ts';
import { YCHC } from './ychc.ts';
import { YSH } from './ysh.ts';

export const FILING_DEFINITIONS: Readonly<Record<keyof typeof FILING, DocumentDefinition>> = { AYDJ, HCQK, YCHC, LASP, BYLA, BYGZ, CXLA, YSH, HBSQ };
