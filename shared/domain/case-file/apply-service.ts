import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { DOCUMENT_RULES } from '../document/rules.ts';
import { DOCUMENT_NAMES, type DocumentSummary } from '../document/document-file.ts';
import { checkActor } from '../procedure/actors.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { withChanges } from '../procedure/effects/input.ts';
import { checkOfficers, standingEvidence } from '../procedure/guards/index.ts';
import { addCalendarDays } from '../time-limit/count.ts';
import { chineseDate, isMinute, shanghaiDay } from '../time-limit/days.ts';
import { PUBLICATION_DAYS } from '../time-limit/limits.ts';
import type { DocumentChange } from './apply-document.ts';
import type { CaseAggregate, CommandContext } from './apply.types.ts';
import type { CaseFile, ServiceRecord } from './case-file.ts';
import type { CommandPayload } from './commands.ts';
import { onService, paperServeRefusal } from './effects-of-documents.ts';

/** The day a document counts as served: at publication, 30 days later (Civil Procedure Law, art. 95). */
export function servedOnDay(service: Pick<ServiceRecord, 'method' | 'servedAt'>): string {
  const day = service.servedAt.slice(0, 10);
  return service.method === 'publication' ? addCalendarDays(day, PUBLICATION_DAYS) : day;
}

export function serveDocument(aggregate: CaseAggregate, payload: CommandPayload<'document.serve'>, context: CommandContext): Result<DocumentChange> {
  const { file } = aggregate;
  const { service } = payload;
  const document = file.documents.find((each) => each.id === service.documentId);
  if (document === undefined) return fail({ code: 'NOT_FOUND', message: '案卷内没有这份文书，请刷新后重试。' });
  if (file.services.some((each) => each.id === service.id)) return fail({ code: 'STEP_NOT_ALLOWED', message: '这条送达记录已登记，不能重复登记。' });
  const refusal =
    checkActor(['case-officer'], context.actor, file) ??
    documentRefusal(file, document) ??
    checkOfficers(service.serverIds.map((id) => context.officers.get(id)), servingDay(service, context)) ??
    detailRefusal(service) ??
    consentRefusal(file, service) ??
    dateRefusal(service, document, context) ??
    publicationRefusal(file, service);
  if (refusal !== null) return fail(refusal);
  const served = { ...file, services: [...file.services, service] };
  const data = aggregate.documents.get(document.id)?.issued?.data ?? null;
  const changes = onService({ file: served, document, on: servedOnDay(service), today: context.today, data });
  return ok({ file: withChanges(served, changes), document: null, numbers: [] });
}

/** Who served must have held a valid certificate on that day, whatever became of it until the service is registered. */
function servingDay(service: ServiceRecord, context: CommandContext): string {
  return isMinute(service.servedAt) ? service.servedAt.slice(0, 10) : context.today;
}

/** Issued, external, not served yet, and in the stage that waits for it. */
function documentRefusal(file: CaseFile, document: DocumentSummary): AppError | null {
  if (document.status !== 'issued' || !DOCUMENT_RULES[document.code].external) return { code: 'DOCUMENT_NOT_READY', message: '只有已签发、对外的文书可以送达。请先签发。', article: ARTICLES.service };
  if (file.services.some((service) => service.documentId === document.id)) return { code: 'STEP_NOT_ALLOWED', message: '这份文书已登记送达，不能重复登记。' };
  return paperServeRefusal(file, document);
}

function detailRefusal(service: ServiceRecord): AppError | null {
  const missing = (message: string, path: string): AppError => ({ code: 'FIELD_INVALID', message, article: ARTICLES.service, details: { path } });
  if (service.place.trim() === '') return missing('送达地点未填写。', 'place');
  if (service.method !== 'publication' && service.recipient.trim() === '') return missing('收件人未填写。', 'recipient');
  if (service.method !== 'leave') return null;
  if (service.refusalReason.trim() === '') return missing('留置送达须写明拒收事由。', 'refusalReason');
  return service.witness.trim() === '' ? missing('留置送达须写明见证人，或者注明以拍照、录像方式记录。', 'witness') : null;
}

/** Electronic service needs the party's signed consent in the file. */
function consentRefusal(file: CaseFile, service: ServiceRecord): AppError | null {
  if (service.method !== 'electronic' || standingEvidence(file).some((evidence) => evidence.title.includes('确认书'))) return null;
  return { code: 'FIELD_INVALID', message: '电子送达须经当事人同意并签订确认书。请先把送达地址（电子送达）确认书添加到证据。', article: ARTICLES.electronicService, details: { path: 'method' } };
}

/** By publication only where the paper published is in the file, with the reason and course that led to it (Civil Procedure Law, art. 95). */
function publicationRefusal(file: CaseFile, service: ServiceRecord): AppError | null {
  if (service.method !== 'publication') return null;
  const day = service.servedAt.slice(0, 10);
  if (file.documents.some((each) => each.code === 'GGSD' && each.issuedAt !== null && shanghaiDay(each.issuedAt) <= day)) return null;
  return {
    code: 'DOCUMENT_NOT_READY', message: `公告送达限于受送达人下落不明或者用其他方式无法送达，原因和经过应当记入案卷。卷内没有在${chineseDate(day)}以前签发的${DOCUMENT_NAMES.GGSD}，请先签发，或者核对公告日期。`,
    article: '民事诉讼法第九十五条', details: { path: 'method' },
  };
}

function dateRefusal(service: ServiceRecord, document: DocumentSummary, context: CommandContext): AppError | null {
  const day = service.servedAt.slice(0, 10);
  const issuedOn = document.issuedAt === null ? day : shanghaiDay(document.issuedAt);
  if (!isMinute(service.servedAt) || day < issuedOn || day > context.today) {
    return { code: 'DATES_OUT_OF_ORDER', message: `送达日期应在签发之日（${chineseDate(issuedOn)}）至今天之间，请核对。`, details: { path: 'servedAt' } };
  }
  const effective = servedOnDay(service);
  if (effective <= context.today) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: `公告送达自公告之日起${PUBLICATION_DAYS}日视为送达，应于${chineseDate(effective)}以后登记。`, article: '民事诉讼法第九十五条', details: { path: 'servedAt', effectiveOn: effective } };
}
