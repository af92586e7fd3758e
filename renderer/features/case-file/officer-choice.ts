import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { certificateValidOn, type Officer } from '#shared/domain/officer/officer.ts';

export interface OfficerChoice {
  readonly officer: Officer;
  /** Why this officer cannot take the case, or empty. */
  readonly problem: string;
}

/** Officers of the case's district and channel, those who may investigate first. */
export function officerChoices(officers: readonly Officer[], file: Pick<CaseFile, 'district' | 'channel'>, today: string): readonly OfficerChoice[] {
  return officers
    .filter((officer) => officer.roles.includes('officer') && officer.district === file.district && (officer.channel === null || officer.channel === file.channel))
    .map((officer) => ({ officer, problem: problemOf(officer, today) }))
    .sort((a, b) => Number(a.problem !== '') - Number(b.problem !== '') || a.officer.unitName.localeCompare(b.officer.unitName, 'zh-CN') || a.officer.name.localeCompare(b.officer.name, 'zh-CN'));
}

function problemOf(officer: Officer, today: string): string {
  if (!officer.active) return '已停用';
  if (officer.certificateNo === '') return '没有行政执法证';
  if (certificateValidOn(officer, today)) return '';
  return today < officer.certificateFrom ? `执法证 ${officer.certificateFrom} 起有效` : `执法证已于 ${officer.certificateTo} 到期`;
}
