import type { Officer } from '../officer/officer.ts';
import { EMPTY_PARTY } from '../party/check.ts';
import type { PartyRecord } from '../party/party.ts';
import type { Licence } from '../party/register.ts';
import type { ProjectFact } from '../project/fact.ts';
import type { ProjectRecord } from '../project/project.ts';
import { factReference } from './project-target.ts';
import type { Draft } from './target.ts';

/** What an import writes: a register's record, or a fact under its project. */
export type FactRecord = ProjectFact & { readonly projectId: string };

function licenceKey({ name, no }: Licence): string {
  return no === '' ? name : no;
}

/** Licences known and new; one of the same number (or, without numbers, name) is replaced. */
export function joinLicences(known: readonly Licence[], added: readonly Licence[]): readonly Licence[] {
  const byKey = new Map(known.map((licence) => [licenceKey(licence), licence]));
  for (const licence of added) byKey.set(licenceKey(licence), licence);
  return [...byKey.values()];
}

/** The party with what the row says. The draft was read by `PARTY_TARGET`, whose keys are the record's. */
export function partyOf(before: PartyRecord | null, draft: Draft, id: string): PartyRecord {
  const { licences, ...rest } = draft as Partial<PartyRecord>;
  const base: PartyRecord = before ?? { ...EMPTY_PARTY, id };
  return { ...base, ...rest, ...(licences === undefined ? {} : { licences: joinLicences(base.licences ?? [], licences) }) };
}

const EMPTY_PROJECT: Omit<ProjectRecord, 'id'> = {
  name: '', address: '', projectCode: '', permitNo: '', contractPriceFen: 0, areaSquareMetres: 0, district: '320500', developer: '', contractor: '',
};

export function projectOf(before: ProjectRecord | null, draft: Draft, id: string): ProjectRecord {
  return { ...(before ?? { ...EMPTY_PROJECT, id }), ...draft as Partial<ProjectRecord> };
}

/** A new officer may act as officer only: other roles are given by the administrator, and a file gives no account. */
export function officerOf(before: Officer | null, draft: Draft, id: string): Officer {
  const base: Officer = before ?? {
    id, loginName: '', name: '', roles: ['officer'], channel: null, district: '320500', unitName: '', phone: '', certificateNo: '', certificateFrom: '', certificateTo: '', legallyQualified: false, active: true,
  };
  // The name somebody signs in with is never changed by a file.
  const { loginName, ...rest } = draft as Partial<Officer>;
  return { ...base, ...rest, loginName: before === null ? loginName ?? '' : before.loginName };
}

const EMPTY_FACT = { title: '', no: '', on: '', until: '', unit: '', creditCode: '', person: '', state: '', note: '' } as const;

/** `fetchedAt`: ISO instant used where the row names no day. */
export function factOf(before: FactRecord | null, draft: Draft, id: string, projectId: string, fetchedAt: string): FactRecord {
  const { name: _name, district: _district, projectCode: _code, permitNo: _permit, fetchedOn, ...rest } = draft as Partial<FactRecord> & Record<string, string | undefined>;
  const stamp = fetchedOn === undefined ? before?.fetchedAt ?? fetchedAt : `${fetchedOn}T00:00:00.000Z`;
  return { ...EMPTY_FACT, ...before, ...rest, id: before?.id ?? id, projectId, sourceRef: factReference(draft), fetchedAt: stamp } as FactRecord;
}
