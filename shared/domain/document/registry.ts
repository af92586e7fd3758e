import type { DocumentDefinition } from './definition.ts';
import { CFJD } from './definitions/cfjd.ts';
import { DCZJ } from './definitions/dczj.ts';
import { FZSH } from './definitions/fzsh.ts';
import { GZS } from './definitions/gzs.ts';
import { LASP } from './definitions/lasp.ts';
import { SDHZ } from './definitions/sdhz.ts';
import { XCJC } from './definitions/xcjc.ts';
import { XWBL } from './definitions/xwbl.ts';
import type { DocumentCode } from './document-file.ts';

/** Every kind of document. A new kind is a file in `definitions/`, one in `wording/`, and a line here. */
export const DEFINITIONS: Readonly<Record<DocumentCode, DocumentDefinition>> = { LASP, XCJC, XWBL, DCZJ, GZS, FZSH, CFJD, SDHZ };

export function definitionOf(code: DocumentCode): DocumentDefinition {
  return DEFINITIONS[code];
}
