import type { ClueSource } from '#shared/domain/case-file/case-file.ts';
import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { CITY, DISTRICT_KEYS, type Channel, type District } from '#shared/domain/organisation/organisation.ts';
import { copyOfParty, type Party, type PartyRecord } from '#shared/domain/party/party.ts';
import type { Project, ProjectRecord } from '#shared/domain/project/project.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';

/** What stands on the registration page; empty strings for what is still open. */
export interface ClueForm {
  source: ClueSource | '';
  receivedOn: string;
  subject: string;
  description: string;
  channel: Channel | '';
  district: District | '';
  violationId: string;
  cause: string;
  party: PartyRecord | null;
  project: ProjectRecord | null;
}

export type ClueField = keyof ClueForm;
export type ClueErrors = Partial<Record<ClueField, string>>;

export const FIELD_LABELS: Readonly<Record<ClueField, string>> = {
  source: '案件来源', receivedOn: '收到日期', subject: '线索名称', description: '线索内容', channel: '办案渠道', district: '属地', violationId: '涉嫌违法行为', cause: '案由', party: '当事人', project: '项目',
};

export function emptyForm(officer: Officer | null, today: string): ClueForm {
  const district = officer === null || officer.district === CITY ? '' : officer.district;
  return { source: '', receivedOn: today, subject: '', description: '', channel: officer?.channel ?? '', district, violationId: '', cause: '', party: null, project: null };
}

/** Districts and channels the officer may register for: a city user any, a district user the own one. */
export function allowedDistricts(officer: Officer | null): readonly District[] {
  return officer === null || officer.district === CITY ? DISTRICT_KEYS : [officer.district];
}

/** The sentence at each field that is not right yet. */
export function checkForm(form: ClueForm, today: string): ClueErrors {
  const errors: ClueErrors = {};
  if (form.source === '') errors.source = '请选择案件来源';
  if (form.receivedOn === '') errors.receivedOn = '请填写收到线索的日期';
  else if (form.receivedOn > today) errors.receivedOn = `收到日期不能晚于今天（${today}）`;
  if (form.subject.trim() === '') errors.subject = '请用一句话写明线索，例如“某项目涉嫌未取得施工许可证擅自施工”';
  if (form.description.trim() === '') errors.description = '请写明线索的时间、地点、人员和经过';
  if (form.channel === '') errors.channel = '请选择办案渠道';
  if (form.district === '') errors.district = '请选择属地';
  if (form.cause.trim() === '') errors.cause = '请写明案由；选择涉嫌违法行为后自动带出';
  return errors;
}

/** The command's payload of a form that `checkForm` found right; `null` otherwise. */
export function registrationOf(form: ClueForm): CommandPayload<'case.register'> | null {
  const { source, channel, district } = form;
  if (source === '' || channel === '' || district === '') return null;
  return {
    channel, district,
    clue: { source, receivedOn: form.receivedOn, subject: form.subject.trim(), description: form.description.trim() },
    cause: form.cause.trim(),
    violationId: form.violationId === '' ? null : form.violationId,
  };
}

/** Party and project as copies for the case: the first edit after the registration. */
export function copiesOf(form: ClueForm): readonly { readonly path: string; readonly from: null; readonly to: Party | Project }[] {
  return [
    ...(form.party === null ? [] : [{ path: 'party', from: null, to: copyOfParty(form.party) }]),
    ...(form.project === null ? [] : [{ path: 'project', from: null, to: projectOf(form.project) }]),
  ];
}

function projectOf({ district: _district, developer: _developer, contractor: _contractor, ...project }: ProjectRecord): Project {
  return project;
}

/** Choosing a violation brings its 案由, unless the officer has written another one. */
export function causeAfter(form: ClueForm, before: Violation | undefined, chosen: Violation | undefined): string {
  const own = form.cause.trim() !== '' && form.cause !== before?.cause;
  return own ? form.cause : (chosen?.cause ?? form.cause);
}
