import type { Channel } from '../organisation/organisation.ts';

/** A supervision matter (监管事项) of the 33 claimed. */
export interface Matter {
  readonly no: number;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly object: string;
  readonly measures: string;
  readonly basis: string;
  readonly channel: Channel;
  /** Own system (市, 14) or the province's (省, 19). */
  readonly system: 'city' | 'province';
  readonly risk: string;
  readonly yearlyCap: string;
}
