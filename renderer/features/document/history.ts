import { SERVICE_METHODS, type CaseFile, type ServiceRecord } from '#shared/domain/case-file/case-file.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { dateTimeOf } from '#renderer/ui/format.ts';

export interface HistoryEntry {
  /** `YYYY-MM-DD HH:mm` */
  readonly at: string;
  readonly text: string;
}

/** What happened to a document, oldest first: made, issued, set as PDF, served. */
export function documentHistory(document: DocumentFile, services: readonly ServiceRecord[], officers: ReadonlyMap<string, Officer>): readonly HistoryEntry[] {
  const name = (id: string): string => officers.get(id)?.name ?? '（未知人员）';
  const entries: HistoryEntry[] = [{ at: dateTimeOf(document.createdAt), text: `${name(document.createdBy)}建立草稿` }];
  if (document.issued !== null) {
    const number = document.docNo === null ? '定稿' : `签发，文号 ${document.docNo}`;
    entries.push({ at: dateTimeOf(document.issued.issuedAt), text: `${name(document.issued.issuedBy)}${number}` });
  }
  for (const service of services) entries.push({ at: service.servedAt.replace('T', ' '), text: serviceText(service, name) });
  return entries.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

function serviceText(service: ServiceRecord, name: (id: string) => string): string {
  return `${service.serverIds.map(name).join('、')}${SERVICE_METHODS[service.method]}，收件人 ${service.recipient}（${service.recipientRelation}），地点 ${service.place}`;
}

export function servicesOf(file: CaseFile, documentId: string): readonly ServiceRecord[] {
  return file.services.filter((service) => service.documentId === documentId);
}
