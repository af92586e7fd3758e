/** What may be done to where a matter stands. */
export type StandingStep = 'claim' | 'unclaim' | 'not-applicable' | 'publish' | 'unpublish';
