import { channelOf } from '#shared/domain/channel/in-force.ts';
import { isTableKey } from '#shared/domain/discretion/table.ts';
import { asFined } from '#shared/domain/money/fine-range.ts';
import type { Settings } from '#shared/domain/setting/settings.ts';
import { boundsText, rangeText } from '#shared/domain/violation/range-text.ts';
import { FINE_STAGES, type FineStageKey, TIERS, type Tier, type Violation } from '#shared/domain/violation/violation.ts';

/** A tier in the same measure, e.g. `轻微 1%至1.3%`. */
export function tierText(violation: Violation, tier: Tier): string {
  if (violation.tiers === null) return TIERS[tier];
  const [min, max] = violation.tiers[tier];
  return `${TIERS[tier]} ${boundsText(violation, min, max)}`;
}

/** The discretion table of a channel whose content is not kept here, as noted in its configuration; empty where none is noted. */
export function untabledText(settings: Settings | null, channel: string): string {
  const noted = channelOf(settings, channel)?.discretionTable ?? '';
  return isTableKey(noted) ? '未就本条款划分，按违法行为目录的档次' : noted;
}

/** The ranges an article knows, its first one under the empty key. */
export function stageChoices(violation: Violation): readonly { readonly key: FineStageKey | ''; readonly label: string }[] {
  const others = (violation.stages ?? []).map((stage) => ({ key: stage.on, label: `${FINE_STAGES[stage.on]}：${rangeText(asFined(violation, stage.on))}` }));
  return [{ key: '', label: `一般情形：${rangeText(violation)}` }, ...others];
}

export function violationLabel(violation: Violation): string {
  return `${violation.id}　${violation.cause}`;
}

/** Whether a typed word finds the violation: by number, cause or clause. */
export function violationMatches(violation: Violation, word: string): boolean {
  const text = `${violation.id}${violation.cause}${violation.basis}${violation.breached}${violation.subject}`.toLowerCase();
  return word.toLowerCase().split(/\s+/).every((part) => text.includes(part));
}
