import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { certificateValidOn, type Officer, scopeOf } from '#shared/domain/officer/officer.ts';
import { inScope } from '#shared/domain/organisation/organisation.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';

export interface OfficerChoice {
  readonly officer: Officer;
  /** Why this officer cannot take the case, or empty. */
  readonly problem: string;
}

/** Officers of the case's district and channel, those who may investigate first. */
export function officerChoices(officers: readonly Officer[], file: Pick<CaseFile, 'district' | 'channel'>, today: string): readonly OfficerChoice[] {
  return officers
    .filter((officer) => officer.roles.includes('officer') && officer.district === file.district && (officer.channel === null || officer.channel === file.channel))
    .map((officer) => ({ officer, problem: certificateProblem(officer, today) }))
    .sort(byProblem);
}

function byProblem(a: OfficerChoice, b: OfficerChoice): number {
  return Number(a.problem !== '') - Number(b.problem !== '') || a.officer.unitName.localeCompare(b.officer.unitName, 'zh-CN') || a.officer.name.localeCompare(b.officer.name, 'zh-CN');
}

function certificateProblem(officer: Officer, today: string): string {
  if (!officer.active) return '已停用';
  if (officer.certificateNo === '') return '没有行政执法证';
  if (certificateValidOn(officer, today)) return '';
  return today < officer.certificateFrom ? `执法证 ${officer.certificateFrom} 起有效` : `执法证已于 ${officer.certificateTo} 到期`;
}

/** Everyone who may be named in a step: host and recorder of a hearing took no part in the case; nobody countersigns for himself. */
export function peopleChoices(officers: readonly Officer[], file: CaseFile, step: { readonly event: CaseEvent; readonly key: string; readonly actorId: string }): readonly OfficerChoice[] {
  const hearing = step.event === 'accept-hearing';
  const took = new Set([...file.officerIds, ...(file.formerOfficerIds ?? []), ...file.reviews.map((review) => review.reviewerId)]);
  const asked = new Set((file.countersigns ?? []).map((countersign) => countersign.officerId));
  function problem(officer: Officer): string {
    if (hearing) return took.has(officer.id) ? '参与过本案的调查或者审核' : '';
    if (officer.id === step.actorId) return '您本人';
    return asked.has(officer.id) ? '已在会签人员之列' : '';
  }
  return officers
    .filter((officer) => officer.active && inScope(scopeOf(officer), file) && (step.key !== 'hostId' || officer.roles.includes('hearing-host')))
    .map((officer) => ({ officer, problem: problem(officer) }))
    .sort(byProblem);
}
