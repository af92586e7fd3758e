import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { caseTitle } from '#shared/domain/case-file/case-file.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { LinkedProposal } from '#shared/domain/procedure/linked-case.ts';
import { formatYuan } from '#shared/domain/money/amount.ts';

/** The clue of the responsible person's case, as it follows from the unit's. */
export function linkedRegistration(file: CaseFile, proposal: LinkedProposal, today: string): CommandPayload<'case.register'> {
  const unit = file.party?.name ?? '';
  return {
    channel: file.channel, district: file.district, cause: file.cause, violationId: file.violationId,
    clue: {
      source: 'self', receivedOn: today, subject: `${unit}${file.cause}案的直接负责的主管人员和其他直接责任人员`.slice(0, 200),
      description: `由${file.caseNo ?? '案件'}“${caseTitle(file)}”发现。${proposal.reason.replace('建议另立关联案件。', '')}单位罚款${formatYuan(proposal.unitFineFen)}元，责任人员罚款幅度为${formatYuan(proposal.minFen)}元至${formatYuan(proposal.maxFen)}元。`,
    },
  };
}

/** What the new case takes over from the unit's: the act, its day and the project. */
export function linkedCopies(file: CaseFile): CommandPayload<'case.edit'>['changes'] {
  return [
    ...(file.project === null ? [] : [{ path: 'project', from: null, to: file.project }]),
    ...(file.actOn === null ? [] : [{ path: 'actOn', from: null, to: file.actOn }]),
  ];
}
