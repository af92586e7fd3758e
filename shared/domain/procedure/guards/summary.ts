import type { AppError } from '../../../contract/result.ts';
import { formatYuan } from '../../money/amount.ts';
import { deviatesFromTier, isBelowMinimum } from '../../money/fine-range.ts';
import { scopeOf } from '../../officer/officer.ts';
import { inScope } from '../../organisation/organisation.ts';
import type { Settings } from '../../setting/settings.ts';
import { chineseDate, shanghaiMinute } from '../../time-limit/days.ts';
import { ARTICLES } from '../articles.ts';
import { type Guard, officersOf, textOf, violationOf } from './guard.ts';
import { checkOfficers, recusedFrom } from './officers.ts';

/** The law's figures (art. 51, 68) where the settings do not say otherwise. In fen. */
export function summaryLimits(settings: Settings): { readonly personFen: number; readonly unitFen: number; readonly spotFen: number } {
  return { personFen: settings.summaryFinePersonFen ?? 20_000, unitFen: settings.summaryFineUnitFen ?? 300_000, spotFen: settings.spotCollectionFen ?? 10_000 };
}

/** Two certified officers of the scope, the one who acts among them. */
export const summaryOfficers: Guard = ({ file, context, data }) => {
  const ids = data?.['officerIds'];
  if (!Array.isArray(ids)) return null;
  if (!ids.includes(context.actor.id)) return { code: 'OFFICERS_INSUFFICIENT', message: '当场处罚由到场的执法人员办理，您本人应在执法人员之中。', article: ARTICLES.officers, details: { path: 'officerIds' } };
  const officers = officersOf({ context }, ids.map(String));
  const outside = officers.find((officer) => officer !== undefined && !inScope(scopeOf(officer), file));
  if (outside !== undefined) return { code: 'OUT_OF_SCOPE', message: `${outside.name}不属于本案的渠道或者区域，不能办理。`, details: { path: 'officerIds' } };
  return checkOfficers(officers, context.today) ?? recusedFrom(file, ids.map(String), context);
};

/** A warning, or a fine up to the cap of art. 51; a 个体工商户 is measured by the lower cap of persons. */
export const summaryThreshold: Guard = (input) => {
  const { file, context } = input;
  const { proposed, party } = file;
  if (proposed === null || party === null) return null;
  const refuse = (message: string, path: string): AppError => ({ code: 'SUMMARY_NOT_ALLOWED', message, article: ARTICLES.summary, details: { path } });
  if (proposed.kinds.some((kind) => kind !== 'warning' && kind !== 'fine')) return refuse('当场处罚只限于警告和小额罚款，其他种类的处罚请按普通程序办理。', 'proposed.kinds');
  const violation = violationOf(input);
  if (violation !== null && (isBelowMinimum(proposed, file.discretion, violation) || deviatesFromTier(proposed, file.discretion, violation))) {
    return refuse('低于法定下限或者偏离裁量档次的处罚须经负责人集体讨论，不能当场作出，请按普通程序立案办理。', 'proposed.fineFen');
  }
  const limits = summaryLimits(context.settings);
  const cap = party.kind === 'unit' ? limits.unitFen : limits.personFen;
  if (proposed.fineFen <= cap) return null;
  return refuse(`罚款${formatYuan(proposed.fineFen)}元超过当场处罚的限额${formatYuan(cap)}元，不能适用简易程序，请按普通程序立案办理。`, 'proposed.fineFen');
};

/** Collected on the spot only up to 100 yuan, or where the law allows it otherwise (art. 68, 69). */
export const spotCollection: Guard = ({ file, context, data }) => {
  if (data === null || data['collection'] !== 'spot') return null;
  const refuse = (message: string, path: string): AppError => ({ code: 'SPOT_COLLECTION_NOT_ALLOWED', message, article: ARTICLES.onSiteCollection, details: { path } });
  if (file.proposed?.kinds.includes('fine') !== true) return refuse('没有罚款，不存在当场收缴。', 'collection');
  const ground = textOf(data, 'spotGround');
  if (ground === '') return refuse('当场收缴罚款须有法定理由，请选择。', 'spotGround');
  const { spotFen } = summaryLimits(context.settings);
  if (ground !== 'small' || file.proposed.fineFen <= spotFen) return null;
  return refuse(`罚款超过${formatYuan(spotFen)}元，不能以小额为由当场收缴。请选择其他法定理由，或者由当事人到银行缴纳。`, 'spotGround');
};

/** The decision is made out and handed over there and then. */
export const summaryDated: Guard = ({ context, data }) => {
  if (data === null) return null;
  const decidedAt = textOf(data, 'decidedAt');
  if (decidedAt.slice(0, 10) === context.today && decidedAt <= shanghaiMinute(context.now)) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: `当场处罚决定应当当场作出、当场交付，时间应在今天（${chineseDate(context.today)}）现在以前。`, article: ARTICLES.summaryDecision, details: { path: 'decidedAt' } };
};

function withinDecisionAndToday(file: Parameters<Guard>[0]['file'], today: string, day: string, path: string): AppError | null {
  if (day >= (file.decidedOn ?? '') && day <= today) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: '日期应在作出决定之日至今天之间，请核对。', details: { path } };
}

/** Registered, and its paper not yet issued: nothing has been decided. */
export const summaryUnissued: Guard = ({ file }) =>
  file.summary !== undefined && file.decidedOn === null ? null : { code: 'STEP_NOT_ALLOWED', message: '没有尚未签发决定书的当场处罚。决定书已签发的，确有错误时按变更、撤销决定办理。', article: ARTICLES.summaryDecision };

export const summaryUnreported: Guard = ({ file, context, data }) => {
  if (file.summary === undefined) return { code: 'STEP_NOT_ALLOWED', message: '本案不是当场处罚案件，不需要报备。' };
  if (file.decidedOn === null) return { code: 'STEP_NOT_ALLOWED', message: '当场行政处罚决定书尚未签发，签发后再登记报备。', article: ARTICLES.summaryDecision };
  if (file.summary.reportedOn !== null) return { code: 'STEP_NOT_ALLOWED', message: `已于${chineseDate(file.summary.reportedOn)}报备。` };
  return data === null ? null : withinDecisionAndToday(file, context.today, textOf(data, 'reportedOn'), 'reportedOn');
};

export const fineCollectedOnSpot: Guard = ({ file, context, data }) => {
  if (file.summary?.collection !== 'spot') return { code: 'STEP_NOT_ALLOWED', message: '本案罚款没有当场收缴。', article: ARTICLES.onSiteCollection };
  if (file.summary.handedInOn !== null) return { code: 'STEP_NOT_ALLOWED', message: `当场收缴的罚款已于${chineseDate(file.summary.handedInOn)}上缴。`, article: ARTICLES.handIn };
  return data === null ? null : withinDecisionAndToday(file, context.today, textOf(data, 'handedInOn'), 'handedInOn');
};
