import type { Officer } from '../officer/officer.ts';
import { scopeOf } from '../officer/officer.ts';
import { type Channel, type District, inScope } from '../organisation/organisation.ts';
import type { Pair } from './assign.ts';

/** A drawn object that waits for its task. */
export interface WaitingVisit {
  readonly drawId: string;
  readonly objectId: string;
  /** Project inspected; `null` for the enterprise as such. */
  readonly projectId: string | null;
  readonly partyKey: string;
  readonly partyName: string;
  readonly objectName: string;
  readonly district: District;
  readonly channel: Channel;
  readonly planName: string;
  readonly matterCodes: readonly string[];
  readonly officerIds: Pair;
  readonly visitOn: string;
  readonly dueOn: string;
}

/** Several inspections of one enterprise that can be one visit (综合查一次). */
export interface MergeProposal {
  readonly partyKey: string;
  readonly partyName: string;
  readonly district: District;
  /** Of the draw at hand first. */
  readonly visits: readonly WaitingVisit[];
}

/**
 * What may go together with the visits of one draw: other drawn ones of the same enterprise in the same district that nobody
 * sent out yet, of whatever channel, when one day lies within the terms of all.
 */
export function proposeMerges(own: readonly WaitingVisit[], others: readonly WaitingVisit[]): readonly MergeProposal[] {
  const used = new Set<string>();
  return own.flatMap((visit): MergeProposal[] => {
    if (used.has(visit.partyKey)) return [];
    const together = [...own, ...others].filter((other) => other !== visit && other.partyKey === visit.partyKey && other.district === visit.district && overlaps(visit, other) && oneSite(visit, other));
    if (together.length === 0) return [];
    used.add(visit.partyKey);
    return [{ partyKey: visit.partyKey, partyName: visit.partyName, district: visit.district, visits: [visit, ...together] }];
  });
}

function overlaps(one: WaitingVisit, other: WaitingVisit): boolean {
  return one.visitOn <= other.dueOn && other.visitOn <= one.dueOn;
}

/** Two projects are two sites; the enterprise itself is inspected at either. */
function oneSite(one: WaitingVisit, other: WaitingVisit): boolean {
  return one.projectId === null || other.projectId === null || one.projectId === other.projectId;
}

export interface JointVisit {
  readonly matterCodes: readonly string[];
  readonly officerIds: readonly string[];
  /** Drawn officers who may not see a task of the leading channel: they cannot be sent with it. */
  readonly withoutSight: readonly string[];
  readonly visitOn: string;
  readonly dueOn: string;
}

/** The one visit: matters of all, the leading pair first, on the last of the planned days, due with the first term. */
export function joinVisits(lead: WaitingVisit, others: readonly WaitingVisit[], officers: ReadonlyMap<string, Officer>): JointVisit {
  const all = [lead, ...others];
  const drawn = [...new Set(all.flatMap((visit) => visit.officerIds))];
  const sees = (id: string): boolean => {
    const officer = officers.get(id);
    return officer !== undefined && inScope(scopeOf(officer), lead);
  };
  const dueOn = all.map((visit) => visit.dueOn).toSorted()[0] ?? lead.dueOn;
  const visitOn = all.map((visit) => visit.visitOn).toSorted().at(-1) ?? lead.visitOn;
  return { matterCodes: [...new Set(all.flatMap((visit) => visit.matterCodes))], officerIds: drawn.filter(sees), withoutSight: drawn.filter((id) => !sees(id)), visitOn: visitOn < dueOn ? visitOn : dueOn, dueOn };
}
