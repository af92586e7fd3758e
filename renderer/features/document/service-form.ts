import type { CaseFile, ServiceMethod, ServiceRecord } from '#shared/domain/case-file/case-file.ts';

/** What the service form holds while it is filled in; a service record without its ids. */
export type ServiceForm = Omit<ServiceRecord, 'id' | 'documentId' | 'serverIds'> & { readonly serverIds: readonly string[] };

/** Starts from what the case knows: the party's address, or where it was punished on the spot; its representative, and the two officers of the case. */
export function startService(file: CaseFile, now: string): ServiceForm {
  const { party, summary } = file;
  const unit = party !== null && party.kind !== 'person';
  return {
    method: 'direct',
    servedAt: now,
    place: summary?.place ?? party?.address ?? '',
    recipient: (unit ? party.representative : party?.name) ?? '',
    recipientRelation: unit ? party.representativePost || '法定代表人' : '本人',
    serverIds: file.officerIds.slice(0, 2),
    refusalReason: '',
    witness: '',
  };
}

/** What each way of serving proves itself with (Civil Procedure Law, arts. 87–95). */
export const METHOD_NOTES: Readonly<Record<ServiceMethod, string>> = {
  direct: '由受送达人、法定代表人或者收件人员在送达回证上签收。',
  leave: '拒收时留置送达：写明拒收理由，由见证人签名，或者拍照、录像。',
  post: '以邮政回执上注明的收件日期为送达日期。',
  electronic: '须有受送达人签名的电子送达确认书；以信息到达对方系统的日期为送达日期。',
  entrusted: '委托当地住房城乡建设主管部门代为送达。',
  publication: '受送达人下落不明或者其他方式无法送达时使用；须先签发送达公告；自公告之日起满三十日视为送达，期满以后登记，送达时间填写公告发布的时间。',
};

/** Errors by field; empty when the record may be made. */
export function serviceErrors(form: ServiceForm, issuedOn: string, now: string): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  if (form.servedAt === '') errors['servedAt'] = '请填写送达时间';
  else if (form.servedAt.slice(0, 10) < issuedOn) errors['servedAt'] = `送达不能早于签发日期 ${issuedOn}`;
  else if (form.servedAt > now) errors['servedAt'] = '送达时间不能晚于现在';
  if (form.place.trim() === '') errors['place'] = '请填写送达地点';
  if (form.recipient.trim() === '') errors['recipient'] = '请填写收件人';
  if (form.serverIds.length < 2) errors['serverIds'] = '送达人应当不少于两名';
  if (form.method === 'leave') Object.assign(errors, leaveErrors(form));
  return errors;
}

function leaveErrors(form: ServiceForm): Readonly<Record<string, string>> {
  return {
    ...(form.refusalReason.trim() === '' ? { refusalReason: '留置送达须写明拒收理由' } : {}),
    ...(form.witness.trim() === '' ? { witness: '留置送达须有见证人' } : {}),
  };
}
