import type { ChannelConfig } from '../channel/channel.ts';
import type { ChannelTable } from '../discretion/in-force.ts';
import type { NumberForm } from '../document/number-series.ts';
import type { Delegation } from '../officer/delegation.ts';

/** What the bureau decides itself. Never a constant in code; each version has the day it takes effect. */
export interface Settings {
  readonly effectiveFrom: string;
  readonly authorityName: string;
  /** Prefix of document numbers, e.g. `苏住建`. */
  readonly authorityShort: string;
  /** How the literals of document numbers are written. Absent in settings stored before: `DEFAULT_NUMBER_FORM`. */
  readonly numberForm?: NumberForm;
  readonly contactAddress: string;
  readonly contactPhone: string;
  readonly postcode: string;
  /** Organ that hears reconsideration (行政复议机关). */
  readonly reconsiderationOrgan: string;
  /** Competent court; the bureau must confirm it (domain notes §1.10: UNSURE). */
  readonly court: string;
  readonly bankName: string;
  readonly bankAccount: string;
  readonly bankPayee: string;
  /** From which fine a hearing must be offered (较大数额; locally set, unverified). */
  readonly hearingFinePersonFen: number;
  readonly hearingFineUnitFen: number;
  /**
   * Up to which fine a penalty may be imposed on the spot, and up to which it may be collected there (Administrative
   * Penalty Law, art. 51, 68). Absent in settings stored before: the law's own figures hold, see `summaryLimits`.
   */
  readonly summaryFinePersonFen?: number;
  readonly summaryFineUnitFen?: number;
  readonly spotCollectionFen?: number;
  /** Who stands in for whom (AB 角). */
  readonly delegations?: readonly Delegation[];
  /** The channels in force on the day, laid beside by `composeSettings`; never stored with the settings. Absent: the defaults. */
  readonly channels?: readonly ChannelConfig[];
  /** The discretion tables the channels went by up to the day, laid beside likewise. Absent: the tiers of the catalogue hold. */
  readonly discretionTables?: readonly ChannelTable[];
  /** Legal review of every ordinary case, not only the four classes of art. 58. */
  readonly reviewAllCases: boolean;
  /** Days a desktop may be used without contact to the server. */
  readonly offlineLeaseDays: number;
  /** Names of the settings above that the bureau has not confirmed; screens mark them「未核实」. */
  readonly unverified: readonly string[];
}
