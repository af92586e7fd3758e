import type { AppError } from '../../contract/result.ts';
import type { CaseFile, Discretion } from '../case-file/case-file.ts';
import { tableOf } from '../discretion/in-force.ts';
import { rowFor, underTable } from '../discretion/overlay.ts';
import type { DiscretionRow, DiscretionTable } from '../discretion/table.ts';
import { type FineRange, fineRule, statutoryRange } from '../money/fine-range.ts';
import type { Settings } from '../setting/settings.ts';
import { chineseDate } from '../time-limit/days.ts';
import type { Violation } from './violation.ts';

const ARTICLE = '行政处罚法第三十七条';

/** The law a case is judged by (从旧兼从轻). */
export interface Law {
  /** The violation as that version words and fines it, in the tiers of the channel's discretion table where that has them. */
  readonly violation: Violation;
  /** Why this version; empty where there is only one. */
  readonly reason: string;
  /** The act may not be punished by any version; `violation` is then the one in force. */
  readonly refusal: AppError | null;
  /** Whose tiers the range chosen has; `null`: those of the catalogue. */
  readonly benchmark: Benchmark | null;
}

/** A row of a discretion table (裁量基准) as it applies to a case. */
export interface Benchmark {
  readonly table: DiscretionTable;
  readonly row: DiscretionRow;
}

type Judged = Pick<CaseFile, 'channel' | 'violationId' | 'actOn' | 'decidedOn'> & { readonly discretion: Pick<Discretion, 'baseFen' | 'stage'> };

/** What the law is looked up in; a context of the rules or of a document, or what a screen knows. */
interface LawGrounds {
  readonly violations: ReadonlyMap<string, Violation>;
  readonly settings: Pick<Settings, 'discretionTables'> | null;
  readonly today: string;
}

/**
 * The version for the act of a case decided on its day or, before that, today: that of the act, unless the newer one is
 * lighter (Administrative Penalty Law, art. 37), with the tiers of the discretion table the channel went by on the day of
 * the decision (art. 34). Until the act's day is known, the one in force. `null`: none was chosen.
 */
export function lawOf({ violations, settings, today }: LawGrounds, file: Judged): Law | null {
  const violation = file.violationId === null ? undefined : violations.get(file.violationId);
  if (violation === undefined) return null;
  const law = versionFor(violation, file, file.decidedOn ?? today);
  const table = tableOf(settings, file.channel, file.decidedOn ?? today);
  if (table === null) return { ...law, benchmark: null };
  const checked = versionOn(violation, table.effectiveFrom);
  const row = rowFor(law.violation, file.discretion.stage ?? null, checked, table);
  return { ...law, violation: underTable(law.violation, checked, table), benchmark: row === null ? null : { table, row } };
}

function versionFor(violation: Violation, { actOn, discretion }: Judged, day: string): Omit<Law, 'benchmark'> {
  if (violation.from === undefined || actOn === null) return { violation, reason: '', refusal: null };
  const [atAct, atDecision] = [versionOn(violation, actOn), versionOn(violation, day)];
  if (atAct === null) return { violation, reason: '', refusal: tooYoung(violation, violation.from, actOn) };
  const act = `违法行为发生（终了）于${chineseDate(actOn)}`;
  if (atDecision === null) {
    const message = `${act}，作出决定时该规定已被废止，不再认为是违法，不予处罚。`;
    return { violation, reason: '', refusal: { code: 'DISCRETION_INCOMPLETE', message, article: ARTICLE, details: { path: 'violationId' } } };
  }
  const [chosen, why] = choose(atAct, atDecision, discretion);
  return { violation: chosen, reason: `${act}，${why}${chosen.basis}。依据${ARTICLE}。`, refusal: null };
}

/** The violation as it stood on `date`; `null` where the law had no such violation then. */
export function versionOn(violation: Violation, date: string): Violation | null {
  if (violation.from === undefined || violation.from <= date) return violation;
  const former = violation.formerVersions?.find((version) => (version.from === null || version.from <= date) && (version.to === null || date <= version.to));
  if (former === undefined) return null;
  const { from: _from, to: _to, ...rule } = former;
  const { stages: _stages, capYuan: _capYuan, ...current } = violation;
  return { ...current, ...rule };
}

function tooYoung(violation: Violation, from: string, actOn: string): AppError {
  return {
    code: 'DISCRETION_INCOMPLETE', article: ARTICLE, details: { path: 'violationId', actOn, from },
    message: `${violation.basis}自${chineseDate(from)}起施行，不能适用于${chineseDate(actOn)}的行为。请选择行为发生时有效的违法行为和依据。`,
  };
}

function choose(atAct: Violation, atDecision: Violation, discretion: Judged['discretion']): readonly [Violation, string] {
  const [before, now] = [weight(atAct, discretion), weight(atDecision, discretion)];
  if (before === null || now === null) return [atAct, '此后规定已修改，新旧幅度尚无法比较（请先填写罚款基数），暂适用行为时的'];
  const heavierBy = before.maxFen - now.maxFen || before.minFen - now.minFen;
  if (heavierBy > 0) return [atDecision, '此后规定已修改且处罚较轻，适用新的'];
  return [atAct, atAct.basis === atDecision.basis && heavierBy === 0 ? '行为时与决定时的规定相同，适用' : '此后规定已修改但处罚不轻于行为时，适用行为时的'];
}

/** What a version weighs: no fine is the lightest; `null` where its base is missing. */
function weight(version: Violation, { baseFen, stage }: Judged['discretion']): FineRange | null {
  return fineRule(version, stage).unit === 'none' ? { minFen: 0, maxFen: 0 } : statutoryRange(version, baseFen, stage);
}
