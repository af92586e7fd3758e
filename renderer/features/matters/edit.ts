import type { MatterProblem } from '#shared/domain/matter/check.ts';
import { contentOf, type CheckItem, type Matter, type MatterContent, type SubMatter } from '#shared/domain/matter/matter.ts';
import { nextCode } from '#shared/domain/matter/sheet-read.ts';
import { DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';

/** A matter as it is being written. */
export interface MatterDraft {
  readonly code: string;
  readonly content: MatterContent;
}

const NEW_CONTENT: MatterContent = {
  nationalCode: '', name: '', category: '', object: '', measures: '', basis: '', channel: '', system: 'general', risk: '中', yearlyCap: '', cap: null, office: '', districts: [...DISTRICT_KEYS], subs: [],
};

/** What was typed and not yet kept stays while the program runs, whichever page is open. */
const kept = new Map<string, MatterDraft>();
export const drafts = {
  get: (key: string): MatterDraft | null => kept.get(key) ?? null,
  keep(key: string, draft: MatterDraft): void { kept.set(key, draft); },
  forget(key: string): void { kept.delete(key); },
};

export function draftOf(matter: Matter | null): MatterDraft {
  return matter === null ? { code: '', content: NEW_CONTENT } : { code: matter.code, content: contentOf(matter) };
}

/** The draft as the matter it would become; a new one begins unclaimed. */
export function matterOf({ code, content }: MatterDraft, matter: Matter | null, today: string): Matter {
  if (matter !== null) return { ...matter, ...content };
  return { ...content, no: 0, code, claim: 'unclaimed', claimedOn: null, claimReason: '', publishedOn: null, version: 0, effectiveFrom: today };
}

export function emptySub(code: string, subs: readonly SubMatter[]): SubMatter {
  const own = nextCode(code, new Set(subs.map((sub) => sub.code)));
  return { code: own, name: '', form: '现场检查', listCode: '', items: [emptyItem(own, [])] };
}

export function emptyItem(subCode: string, items: readonly CheckItem[]): CheckItem {
  return { id: nextCode(subCode, new Set(items.map((item) => item.id))), content: '', method: '', standard: '', clause: '', violationId: null, verified: false };
}

/** Message at a field; empty where there is none. */
export function messageAt(problems: readonly MatterProblem[], path: string): string {
  return problems.find((problem) => problem.path === path)?.message ?? '';
}
