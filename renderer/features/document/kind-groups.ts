import type { AppError } from '#shared/contract/result.ts';
import type { RuleContext } from '#shared/domain/case-file/apply.types.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { CATALOGUE } from '#shared/domain/document/catalogue/catalogue.ts';
import { DOCUMENT_CODES, DOCUMENT_NAMES, type DocumentCode } from '#shared/domain/document/document-file.ts';
import { EXPECTED_DOCUMENTS } from '#shared/domain/document/expected.ts';
import { PART_TITLES } from '#shared/domain/document/part-titles.ts';
import { draftRefusal } from '#shared/domain/document/rules.ts';
import { STAGES } from '#shared/domain/procedure/stages.ts';

interface Kind {
  readonly code: DocumentCode;
  readonly no: string;
  readonly name: string;
  /** Why it cannot be made now; `null` when it can. */
  readonly refusal: AppError | null;
  /** Drafts and issued papers of the kind in the case. */
  readonly count: number;
}

interface KindGroup {
  readonly key: string;
  readonly title: string;
  readonly kinds: readonly Kind[];
}

/**
 * Every kind of document as someone looks for it: what the stage expects and the rules allow, then part by part with what
 * can be made first. Each kind stands once, except that a search shows it in its part alone. A 送达回证 is made where a
 * service is registered, because it is about one.
 */
export function kindGroups(file: CaseFile, rules: RuleContext | null, query: string): readonly KindGroup[] {
  const kinds = DOCUMENT_CODES.filter((code) => code !== 'SDHZ').map((code) => kindOf(file, rules, code));
  const wanted = normalise(query);
  if (wanted !== '') return parts(kinds.filter((kind) => matches(kind, wanted)));
  const expected = EXPECTED_DOCUMENTS[file.stage].flatMap((code) => kinds.filter((kind) => kind.code === code && kind.refusal === null));
  const first = expected.length === 0 ? [] : [{ key: 'expected', title: `“${STAGES[file.stage]}”环节常用`, kinds: expected }];
  return [...first, ...parts(kinds.filter((kind) => !expected.includes(kind)))];
}

function kindOf(file: CaseFile, rules: RuleContext | null, code: DocumentCode): Kind {
  return {
    code, no: CATALOGUE[code].no, name: DOCUMENT_NAMES[code],
    refusal: rules === null ? null : draftRefusal(file, code, null, rules),
    count: file.documents.filter((document) => document.code === code && document.status !== 'discarded').length,
  };
}

function parts(kinds: readonly Kind[]): readonly KindGroup[] {
  return Object.entries(PART_TITLES).map(([key, title]) => {
    const own = kinds.filter((kind) => kind.no.startsWith(key));
    return { key, title, kinds: [...own.filter((kind) => kind.refusal === null), ...own.filter((kind) => kind.refusal !== null)] };
  }).filter((group) => group.kinds.length > 0);
}

/** Part of the name, the number in the catalogue, or the code; blanks and the width of characters do not matter. */
function matches(kind: Kind, wanted: string): boolean {
  return normalise(kind.name).includes(wanted) || normalise(kind.no).startsWith(wanted) || normalise(kind.code) === wanted;
}

function normalise(text: string): string {
  return text.normalize('NFKC').replace(/[\s()、，,]/gu, '').toLowerCase();
}
