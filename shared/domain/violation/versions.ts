import { fail, ok, type Result } from '../../contract/result.ts';
import { type FineRange, statutoryRange } from '../money/fine-range.ts';
import { chineseDate } from '../time-limit/days.ts';
import type { FineStageKey, Violation } from './violation.ts';

const ARTICLE = '行政处罚法第三十七条';

/** A violation as the law stood on some day, with its range for the case. */
interface Applicable {
  readonly violation: Violation;
  readonly range: FineRange | null;
}

/** Which version of the law applies to an act (从旧兼从轻) and why. */
export interface RangeChoice {
  readonly atAct: Applicable;
  /** `null`: repealed since, and no longer a violation. */
  readonly atDecision: Applicable | null;
  /** `null`: the act may no longer be punished. */
  readonly proposed: Applicable | null;
  /** The ranges could be compared; otherwise an officer must, e.g. because a base is missing. */
  readonly compared: boolean;
  readonly reason: string;
}

/** The violation as it stood on `date`; `null` where the law had no such violation then. */
export function violationOn(violation: Violation, date: string): Violation | null {
  if (violation.from === undefined || violation.from <= date) return violation;
  const former = violation.formerVersions?.find((version) => (version.from === null || version.from <= date) && (version.to === null || date <= version.to));
  if (former === undefined) return null;
  const { breached, basis, unit, min, max, base, tiers } = former;
  const { stages: _stages, capYuan: _capYuan, ...current } = violation;
  return {
    ...current, breached, basis, unit, min, max, base, tiers,
    ...(former.stages === undefined ? {} : { stages: former.stages }), ...(former.capYuan === undefined ? {} : { capYuan: former.capYuan }),
  };
}

/**
 * The version of the law for an act of `actOn` decided on `decidedOn`: that of the act, unless the newer one is lighter
 * (Administrative Penalty Law, art. 37). Refuses where the law of the act knew no such violation.
 */
export function rangeFor(violation: Violation, actOn: string, decidedOn: string, discretion: { readonly baseFen: number | null; readonly stage?: FineStageKey | null }): Result<RangeChoice> {
  const applicable = (date: string): Applicable | null => {
    const version = violationOn(violation, date);
    return version === null ? null : { violation: version, range: statutoryRange(version, discretion.baseFen, discretion.stage ?? null) };
  };
  const [atAct, atDecision] = [applicable(actOn), applicable(decidedOn)];
  if (atAct !== null) return ok(choose(atAct, atDecision, actOn));
  return fail({
    code: 'DISCRETION_INCOMPLETE', article: ARTICLE, details: { path: 'violationId', actOn, from: violation.from },
    message: `${violation.basis}自${violation.from === undefined ? '' : chineseDate(violation.from)}起施行，不能适用于${chineseDate(actOn)}的行为。请选择行为发生时有效的违法行为和依据。`,
  });
}

function choose(atAct: Applicable, atDecision: Applicable | null, actOn: string): RangeChoice {
  const act = `违法行为发生（终了）于${chineseDate(actOn)}`;
  if (atDecision === null) return { atAct, atDecision, proposed: null, compared: true, reason: `${act}，作出决定时该规定已被废止，不再认为是违法，不予处罚。依据${ARTICLE}。` };
  if (unchanged(atAct, atDecision)) return { atAct, atDecision, proposed: atAct, compared: true, reason: `${act}，行为时与决定时的规定相同，适用${atAct.violation.basis}。依据${ARTICLE}。` };
  const order = compare(atAct.range, atDecision.range);
  if (order === null) return { atAct, atDecision, proposed: atAct, compared: false, reason: `${act}，此后规定已修改，新旧幅度无法直接比较，请办案人员比较轻重后选择；未选择前适用行为时的${atAct.violation.basis}。依据${ARTICLE}。` };
  if (order > 0) return { atAct, atDecision, proposed: atDecision, compared: true, reason: `${act}，此后规定已修改且处罚较轻，适用新的${atDecision.violation.basis}。依据${ARTICLE}。` };
  return { atAct, atDecision, proposed: atAct, compared: true, reason: `${act}，此后规定已修改但处罚不轻于行为时，适用行为时的${atAct.violation.basis}。依据${ARTICLE}。` };
}

function unchanged(one: Applicable, other: Applicable): boolean {
  return one.violation.basis === other.violation.basis && one.range?.minFen === other.range?.minFen && one.range?.maxFen === other.range?.maxFen;
}

/** Positive where `one` is the heavier range: by its upper bound, then by its lower one; `null` without both. */
function compare(one: FineRange | null, other: FineRange | null): number | null {
  if (one === null || other === null) return null;
  return one.maxFen - other.maxFen || one.minFen - other.minFen;
}
