import type { VOLUME } from '../../catalogue/volume.ts';
import type { DocumentDefinition } from '../../definition.ts';
import { BKB } from './bkb.ts';
import { JF } from './jf.ts';
import { JNML } from './jnml.ts';
import { ZWD } from './zwd.ts';

export const VOLUME_DEFINITIONS: Readonly<Record<keyof typeof VOLUME, DocumentDefinition>> = { JF, JNML, BKB, ZWD };
