import type { AppError } from '../../../contract/result.ts';
import type { RuleContext } from '../../case-file/apply.types.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import { certificateValidOn, type Officer, scopeOf } from '../../officer/officer.ts';
import { inScope } from '../../organisation/organisation.ts';
import { chineseDate } from '../../time-limit/days.ts';
import { ARTICLES } from '../articles.ts';
import { type Guard, officersOf } from './guard.ts';

/** Everyone who had a hand in the investigation: the officers of the case, those they replaced, and whoever took evidence or served a document. */
export function investigators(file: CaseFile): ReadonlySet<string> {
  const took = file.evidence.map((evidence) => evidence.addedBy);
  return new Set([...file.officerIds, ...(file.formerOfficerIds ?? []), ...took, ...file.services.flatMap((service) => service.serverIds)]);
}

function insufficient(message: string): AppError {
  return { code: 'OFFICERS_INSUFFICIENT', message, article: ARTICLES.officers };
}

export function certificateRefusal(officer: Officer, today: string): AppError | null {
  if (certificateValidOn(officer, today)) return null;
  const state = officer.certificateNo === '' ? '没有登记行政执法证' : `行政执法证有效期为${chineseDate(officer.certificateFrom)}至${chineseDate(officer.certificateTo)}，${chineseDate(today)}不在有效期内`;
  return {
    code: 'CERTIFICATE_INVALID',
    message: `${officer.name}${state}，不能办理案件。请更换执法人员，或者在证件换发登记后再办理。`,
    article: ARTICLES.officers,
    details: { officerId: officer.id },
  };
}

/** Two or more different, active officers with certificates valid on `today`. `null` when they may act. */
export function checkOfficers(officers: readonly (Officer | undefined)[], today: string): AppError | null {
  const known = officers.filter((officer) => officer !== undefined);
  if (known.length < officers.length) return insufficient('所选执法人员中有人不在人员名录内，请重新选择。');
  if (new Set(known.map((officer) => officer.id)).size < 2) return insufficient(`执法人员不得少于两人，现有${known.length}人。请由机构负责人指派两名以上持证执法人员。`);
  const unfit = known.find((officer) => !officer.active || !officer.roles.includes('officer'));
  if (unfit !== undefined) return insufficient(`${unfit.name}不是在岗的执法人员，不能承办案件。请由机构负责人改派。`);
  return known.map((officer) => certificateRefusal(officer, today)).find((refusal) => refusal !== null) ?? null;
}

/** An officer who declared, or of whom it was declared, that he stays away from this party (art. 43). */
export function recusedFrom({ party }: Pick<CaseFile, 'party'>, ids: readonly string[], { recusals, officers }: Pick<RuleContext, 'recusals' | 'officers'>): AppError | null {
  if (party === null) return null;
  const found = (recusals ?? []).find((each) => ids.includes(each.officerId) && (each.partyName === party.name || (party.creditCode !== '' && each.creditCode === party.creditCode)));
  if (found === undefined) return null;
  return { code: 'OFFICER_RECUSED', message: `${officers.get(found.officerId)?.name ?? '所选人员'}登记了对当事人“${party.name}”的回避，不能办理本案。请由机构负责人改派其他执法人员。`, article: ARTICLES.recusal, details: { officerId: found.officerId } };
}

/** The case has two officers with valid certificates today, and neither stays away from its party. */
export const officersQualified: Guard = ({ file, context }) => checkOfficers(officersOf({ context }, file.officerIds), context.today) ?? recusedFrom(file, file.officerIds, context);

function wasOfficer(file: CaseFile, id: string): boolean {
  return file.officerIds.includes(id) || file.formerOfficerIds?.includes(id) === true;
}

/** Those about to be assigned may take the case; the head who assigns is none of them. */
export const assigneesQualified: Guard = ({ file, context, data }) => {
  const ids = data?.['officerIds'];
  if (!Array.isArray(ids)) return null;
  const officers = officersOf({ context }, ids.map(String));
  if (ids.includes(context.actor.id)) {
    return { code: 'OFFICER_RECUSED', message: '机构负责人不能把案件指派给自己：承办人不得审核本人承办的案件。', article: ARTICLES.recusal };
  }
  const approved = file.approvals.find((approval) => approval.event !== 'assign' && ids.includes(approval.officerId) && !wasOfficer(file, approval.officerId));
  if (approved !== undefined) {
    return { code: 'OFFICER_RECUSED', message: `${approved.officerName}以审批或者审核人员的身份办理过本案，不能再承办。请改派其他执法人员。`, article: ARTICLES.recusal, details: { officerId: approved.officerId } };
  }
  const recorder = officers.find((officer) => officer !== undefined && officer.id === file.hearing?.recorderId);
  if (recorder !== undefined) return { code: 'OFFICER_RECUSED', message: `${recorder.name}是本案听证的记录员，不能再承办。请改派其他执法人员。`, article: ARTICLES.hearingHost, details: { officerId: recorder.id } };
  const outside = officers.find((officer) => officer !== undefined && !inScope(scopeOf(officer), file));
  if (outside !== undefined) return { code: 'OUT_OF_SCOPE', message: `${outside.name}不属于本案的渠道或者区域，不能承办。请选择本渠道、本区域的执法人员。`, details: { officerId: outside.id } };
  return checkOfficers(officers, context.today) ?? recusedFrom(file, ids.map(String), context);
};
