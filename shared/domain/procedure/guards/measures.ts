import type { AppError } from '../../../contract/result.ts';
import type { RuleContext } from '../../case-file/apply.types.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import { MEASURE_KINDS, type Measure } from '../../case-file/side-lines.ts';
import { chineseDate, shanghaiMinute } from '../../time-limit/days.ts';
import { measureTerm } from '../../time-limit/term.ts';
import { ARTICLES } from '../articles.ts';
import { type Guard, textOf } from './guard.ts';

function refuse(message: string, article: string, path = 'measureId'): AppError {
  return { code: 'MEASURE_NOT_ALLOWED', message, article, details: { path } };
}

/** Waiting for a leader's answer. */
function isProposed(measure: Measure): boolean {
  return measure.approvedOn === null && measure.settledOn === null;
}

/** Carried out and not yet settled. */
function isRunning(measure: Measure): boolean {
  return measure.startedOn !== null && measure.settledOn === null;
}

/** The measure a step names; while nothing is named, any that would do. */
function found(file: CaseFile, data: Parameters<Guard>[0]['data'], fits: (measure: Measure) => boolean): Measure | undefined {
  return (file.measures ?? []).find((measure) => fits(measure) && (data === null || measure.id === data['measureId']));
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** What was done on the spot is reported within twenty-four hours (Administrative Coercion Law, art. 19). `startedAt`: local minute. */
function reportedInTime(startedAt: string, now: string): AppError | null {
  if (startedAt === '') return refuse('情况紧急当场实施的，请填写实施的时间。', ARTICLES.measureUrgent, 'startedAt');
  if (startedAt > shanghaiMinute(now)) return refuse('当场实施的时间晚于现在，请核对。', ARTICLES.measureUrgent, 'startedAt');
  if (startedAt >= shanghaiMinute(new Date(Date.parse(now) - DAY_MS).toISOString())) return null;
  return refuse('当场实施已超过二十四小时，不能再以情况紧急补办。请立即解除并返还，确需查封、扣押的，经批准后重新实施。', ARTICLES.measureUrgent, 'startedAt');
}

/** Sealing and seizure need a law that grants them; a preservation is never urgent enough to go without approval. */
export const measureLawful: Guard = ({ context, data }) => {
  if (data === null) return null;
  const kind = textOf(data, 'kind');
  if (kind === 'preservation') return data['urgent'] === true ? refuse('先行登记保存须经负责人批准后实施，不适用紧急补办。', ARTICLES.preservation, 'urgent') : null;
  if (textOf(data, 'powerClause').trim() !== '') return data['urgent'] === true ? reportedInTime(textOf(data, 'startedAt'), context.now) : null;
  return refuse('查封、扣押须由法律、法规授权。请写明授予本机关查封、扣押权的条款；没有授权的，不得实施。', ARTICLES.measurePower, 'powerClause');
};

export const measureProposed: Guard = ({ file, data }) => (found(file, data, isProposed) === undefined ? refuse('没有等待批准的登记保存、查封或者扣押。', ARTICLES.measure) : null);

export const measureRunning: Guard = ({ file, data }) => (found(file, data, isRunning) === undefined ? refuse('没有正在实施的登记保存、查封或者扣押。', ARTICLES.measureEnd) : null);

/** The last day of the measure named, where it is past; `null` while it runs or cannot be counted. */
function lapsedOn(file: CaseFile, data: Readonly<Record<string, unknown>>, { calendar, today }: RuleContext): string | null {
  const measure = found(file, data, isRunning);
  const term = measure === undefined ? null : measureTerm(measure, file.exclusions, calendar, today);
  return term?.ok === true && today > term.value.dueOn ? term.value.dueOn : null;
}

/** Past its term nothing is left but release (art. 56; Administrative Coercion Law, art. 28). Confiscated only where the decision confiscates (Administrative Penalty Law, art. 56; Administrative Coercion Law, art. 27). */
export const measureOutcomeLawful: Guard = ({ file, context, data }) => {
  if (data === null) return null;
  const lapsed = lapsedOn(file, data, context);
  if (lapsed !== null && data['outcome'] !== 'released') {
    return refuse(`期限已于${chineseDate(lapsed)}届满，届满后应当解除并返还，不能再作其他处理。请选择“解除、返还”。`, ARTICLES.measureEnd, 'outcome');
  }
  if (data['outcome'] !== 'confiscated' || file.decided?.kinds.includes('confiscation') === true) return null;
  return refuse('本案没有作出没收的处罚决定，不能以“依法没收”处理。请先依法作出决定，或者选择其他处理方式。', ARTICLES.measureEnd, 'outcome');
};

/** Once, by at most thirty days, before the thirty days have run out; a preservation not at all (art. 25; art. 56). */
export const measureExtensible: Guard = ({ file, context, data }) => {
  const measure = found(file, data, (each) => isRunning(each) && each.kind !== 'preservation');
  if (measure === undefined) return refuse('没有可以延长期限的查封、扣押。先行登记保存的七个工作日不能延长。', ARTICLES.measure);
  if (measure.extendedDays > 0) return refuse('查封、扣押期限已延长过一次，不能再次延长。', ARTICLES.measure);
  const term = measureTerm(measure, file.exclusions, context.calendar, context.today);
  if (term === null) return null;
  if (!term.ok) return term.error;
  if (context.today <= term.value.dueOn) return null;
  return refuse(`${MEASURE_KINDS[measure.kind]}期限已于${chineseDate(term.value.dueOn)}届满，届满后不能延长，应当立即解除。`, ARTICLES.measureEnd);
};

/** Nothing of the party's is still held when the case ends. */
export const measuresSettled: Guard = ({ file }) => {
  const open = (file.measures ?? []).filter(isRunning);
  if (open.length === 0) return null;
  const kinds = [...new Set(open.map((measure) => MEASURE_KINDS[measure.kind]))].join('、');
  return { code: 'MEASURE_UNSETTLED', message: `${kinds}的物品尚未作出处理决定，不能继续。请先解除、返还或者依法处理。`, article: ARTICLES.measureEnd, details: { measureIds: open.map((measure) => measure.id) } };
};
