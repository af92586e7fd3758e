import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { typedValueRefusal } from '#shared/domain/document/typed-values.ts';
import { BEFORE } from './before.ts';
import type { Prefills, VisitFacts } from './facts.ts';
import { ORDERS } from './orders.ts';
import { RECORDS } from './record.ts';

const PREFILLS: Prefills = { ...BEFORE, ...RECORDS, ...ORDERS };

/** What a paper of the visit takes from the task, so that nothing is typed twice; a value the paper does not take is left out. */
export function prefillOf(code: DocumentCode, facts: VisitFacts): Readonly<Record<string, unknown>> {
  const definition = definitionOf(code);
  const values = PREFILLS[code]?.(facts) ?? {};
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => typedValueRefusal(definition, key, value) === null));
}
