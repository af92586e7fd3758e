import type { HttpOutput } from '#shared/contract/http/contract.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';

/** The officer as the contract names him, field by field: what is added to the stored body does not leak. */
export function officerOutput(officer: Officer): HttpOutput<'signIn'>['officer'] {
  return {
    id: officer.id,
    loginName: officer.loginName,
    name: officer.name,
    roles: [...officer.roles],
    channel: officer.channel,
    district: officer.district,
    unitName: officer.unitName,
    phone: officer.phone,
    certificateNo: officer.certificateNo,
    certificateFrom: officer.certificateFrom,
    certificateTo: officer.certificateTo,
    legallyQualified: officer.legallyQualified,
    active: officer.active,
  };
}
