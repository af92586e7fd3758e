import { CLAIM_STATES, type Matter } from '#shared/domain/matter/matter.ts';

/** How a state is marked: its kind of tag and its words. */
export interface Mark {
  readonly kind: 'plain' | 'active' | 'good' | 'near';
  readonly text: string;
}

export function claimMark(matter: Matter): Mark {
  const kind = { claimed: 'good', unclaimed: 'near', 'not-applicable': 'plain' } as const;
  return { kind: kind[matter.claim], text: CLAIM_STATES[matter.claim] };
}

export function publicationMark(matter: Matter): Mark {
  if (matter.publishedOn !== null) return { kind: 'good', text: '已公布' };
  return { kind: matter.claim === 'claimed' ? 'near' : 'plain', text: '未公布' };
}
