import type { DocumentCode } from './catalogue/catalogue.ts';
import type { DocumentDefinition } from './definition.ts';
import { DECISION_DEFINITIONS } from './definitions/decision/index.ts';
import { EXECUTION_DEFINITIONS } from './definitions/execution/index.ts';
import { FILING_DEFINITIONS } from './definitions/filing/index.ts';
import { INSPECTION_DEFINITIONS } from './definitions/inspection/index.ts';
import { INVESTIGATION_DEFINITIONS } from './definitions/investigation/index.ts';
import { NOTICE_DEFINITIONS } from './definitions/notice/index.ts';
import { VOLUME_DEFINITIONS } from './definitions/volume/index.ts';

/**
 * Every kind of document. A new kind is an entry in `catalogue/`, one in `rules/`, a file in `definitions/<part>/` named in
 * that part's index, and one in `wording/`.
 */
export const DEFINITIONS: Readonly<Record<DocumentCode, DocumentDefinition>> = {
  ...INSPECTION_DEFINITIONS, ...FILING_DEFINITIONS, ...INVESTIGATION_DEFINITIONS, ...NOTICE_DEFINITIONS, ...DECISION_DEFINITIONS, ...EXECUTION_DEFINITIONS,
  ...VOLUME_DEFINITIONS,
};

export function definitionOf(code: DocumentCode): DocumentDefinition {
  return DEFINITIONS[code];
}
