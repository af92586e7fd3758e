import type { Settings } from '../setting/settings.ts';
import { lawOf } from '../violation/versions.ts';
import { deviatesFromTier, isBelowMinimum } from '../money/fine-range.ts';
import type { RuleContext } from './apply.types.ts';
import type { CaseFile, Penalty } from './case-file.ts';

type Grounds = Pick<RuleContext, 'violations' | 'settings' | 'today'>;

/**
 * Whether a penalty reaches the threshold at which a hearing must be offered (较大数额; Administrative Penalty Law,
 * art. 63). A 个体工商户 is measured by the lower threshold of persons.
 */
export function reachesHearingThreshold(penalty: Penalty | null, partyKind: 'unit' | 'person' | 'business', settings: Settings): boolean {
  if (penalty === null) return false;
  const threshold = partyKind === 'unit' ? settings.hearingFineUnitFen : settings.hearingFinePersonFen;
  return penalty.fineFen >= threshold || penalty.confiscationFen >= threshold;
}

/** Whether the notice of this case must carry the right to a hearing. Uses the notified penalty once there is one. */
export function hearingRequired(file: Pick<CaseFile, 'party' | 'proposed' | 'notified'>, settings: Settings): boolean {
  return reachesHearingThreshold(file.notified ?? file.proposed, file.party?.kind ?? 'unit', settings);
}

/**
 * Whether the collective of leaders must discuss the case (Administrative Penalty Law, art. 57(2); domain notes §1.6):
 * after a hearing, a fine at the hearing threshold, a deviation from the tier, or a fine below the statutory minimum.
 */
export function discussionRequired(file: CaseFile, context: Grounds): boolean {
  const { settings } = context;
  const penalty = file.proposed;
  if (penalty === null) return false;
  if (file.hearing !== undefined && file.hearing.report !== null) return true;
  if (reachesHearingThreshold(penalty, file.party?.kind ?? 'unit', settings) || hearingRequired(file, settings)) return true;
  const violation = lawOf(context, file)?.violation;
  return violation !== undefined && (deviatesFromTier(penalty, file.discretion, violation) || isBelowMinimum(penalty, file.discretion, violation));
}

/** Whether a legal reviewer must see the case (Administrative Penalty Law, art. 58). */
export function reviewRequired(file: CaseFile, context: Grounds): boolean {
  return context.settings.reviewAllCases || discussionRequired(file, context);
}
