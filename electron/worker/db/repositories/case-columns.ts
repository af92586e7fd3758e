import { caseTitle, type CaseFile } from '#shared/domain/case-file/case-file.ts';
import { DOCUMENT_RULES } from '#shared/domain/document/rules.ts';
import { hasEnded } from '#shared/domain/procedure/stages.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { toHalfWidth } from '#shared/text/normalise.ts';

/** What lists, filters and counts know of a case; taken from its effective state. */
export interface CaseColumns {
  readonly id: string;
  readonly channel: string;
  readonly district: string;
  readonly stage: string;
  readonly source: string;
  readonly closed: 0 | 1;
  readonly unprinted: number;
  readonly caseNo: string | null;
  readonly title: string;
  readonly partyName: string;
  readonly projectName: string;
  readonly cause: string;
  readonly officerIds: readonly string[];
  readonly officerNames: string;
  readonly registeredOn: string;
  readonly updatedAt: string;
  readonly dueOn: string | null;
  readonly dueLabel: string | null;
}

export interface Due {
  readonly dueOn: string;
  readonly label: string;
}

/** Documents served on the party go out on paper. */
export function isUnprinted(document: CaseFile['documents'][number]): boolean {
  return document.status === 'issued' && document.prints === 0 && DOCUMENT_RULES[document.code].external;
}

/** 承办人、协办人. */
export function officerNames(file: Pick<CaseFile, 'officerIds'>, officers: ReadonlyMap<string, Officer>): string {
  return file.officerIds.map((id) => officers.get(id)?.name ?? '').filter((name) => name !== '').join('、');
}

export function caseColumns(file: CaseFile, officers: ReadonlyMap<string, Officer>, due: Due | null): CaseColumns {
  return {
    id: file.id,
    channel: file.channel,
    district: file.district,
    stage: file.stage,
    source: file.clue.source,
    closed: hasEnded(file.stage) ? 1 : 0,
    unprinted: file.documents.filter(isUnprinted).length,
    caseNo: file.caseNo,
    title: caseTitle(file),
    partyName: file.party?.name ?? '',
    projectName: file.project?.name ?? '',
    cause: file.cause,
    officerIds: file.officerIds,
    officerNames: officerNames(file, officers),
    registeredOn: file.registeredOn,
    updatedAt: file.timeline.at(-1)?.at ?? `${file.registeredOn}T00:00:00.000Z`,
    dueOn: due?.dueOn ?? null,
    dueLabel: due?.label ?? null,
  };
}

/** Everything a case is found by, one part a line; normalised like the search terms. */
export function searchText(file: CaseFile, officerNames: string): string {
  const { party, project } = file;
  const parts = [
    caseTitle(file), file.caseNo ?? '', file.cause, file.clue.subject, file.clue.description, file.facts, officerNames,
    party?.name ?? '', party?.creditCode ?? '', party?.representative ?? '', party?.address ?? '',
    project?.name ?? '', project?.address ?? '', project?.permitNo ?? '', project?.projectCode ?? '',
    ...file.documents.map((document) => document.docNo ?? ''),
  ];
  return normaliseSearch(parts.filter((part) => part !== '').join('\n'));
}

/** Half width, lower case: what is compared is what the person means. */
export function normaliseSearch(text: string): string {
  return toHalfWidth(text).toLowerCase();
}
