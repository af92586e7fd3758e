import { isDate } from '../../../time-limit/days.ts';
import { countTerm } from '../../../time-limit/term.ts';
import type { DocumentContext } from '../../definition.ts';
import { servedNotice } from '../../notified.ts';
import { caseFacts, confirmed } from './case-facts.ts';
import { longDate } from './dates.ts';
import { evidenceItems, printedEvidence } from './evidence.ts';
import { discretionText } from './discretion.ts';
import { penaltySentence } from './penalty.ts';
import { clause, sentence, text } from './read.ts';

export const OPENNESS = ['公开', '不公开'];

/** What papers of a hearing take from the case. */
export function hearingFacts(context: DocumentContext): Record<string, unknown> {
  const { hearing } = context.file;
  return {
    host: hearing?.hostName ?? '',
    recorder: hearing?.recorderName ?? '',
    place: hearing?.place ?? '',
    openness: hearing === undefined ? '' : hearing.public ? '公开' : '不公开',
    requestedOn: hearing?.requestedOn ?? '',
    ...noticeFacts(context),
  };
}

/** Papers of a hearing are answered by its host, not by the officers who investigated; before one is named, by the office. */
export function hostContact(context: DocumentContext): Record<string, string> {
  const { file, officers, settings } = context;
  const host = file.hearing === undefined || file.hearing.hostId === null ? undefined : officers.get(file.hearing.hostId);
  if (host === undefined) return {};
  return {
    contactAddress: confirmed(settings.contactAddress) || `${settings.authorityName}${host.unitName}`,
    contactPerson: host.name,
    contactPhone: confirmed(settings.contactPhone) || host.phone,
  };
}

/** Number and day of service of the standing notice. */
export function noticeFacts(context: DocumentContext): Record<string, unknown> {
  const { file } = context;
  const notice = servedNotice(file) ?? file.documents.findLast((document) => document.code === 'GZS' && document.status === 'issued');
  return { noticeNo: notice?.docNo ?? '', noticeOn: file.notifiedOn ?? '' };
}

/** Facts, evidence, basis and proposal as the officers bring them before the hearing. */
export function proposalText(context: DocumentContext): string {
  const { file } = context;
  const penalty = file.notified ?? file.proposed;
  if (penalty === null) return '';
  const facts = caseFacts(context);
  const law = text(facts, 'basis') === '' ? '' : `上述行为违反了${clause(text(facts, 'breached'))}的规定，依照${clause(text(facts, 'basis'))}的规定应当予以行政处罚。`;
  return [
    sentence(file.facts),
    evidenceText(context),
    `${law}${discretionText(context, penalty, '拟确定')}`,
    `建议作出如下行政处罚：${penaltySentence(penalty)}。`,
  ].filter((line) => line !== '').join('\n');
}

function evidenceText(context: DocumentContext): string {
  const items = evidenceItems(printedEvidence(context.file));
  return items.length === 0 ? '' : `以上事实有下列证据证实：${items.map((item, index) => `${index + 1}.${item}`).join('')}`;
}

/**
 * The first day on which a hearing may be held when its notice is served on `servedOn`: the seventh working day after it
 * (Administrative Penalty Law, art. 64(2)).
 * Empty where the day or the calendar of its year is missing.
 */
export function earliestHearing(context: DocumentContext, servedOn: string): string {
  if (!isDate(servedOn)) return '';
  const term = countTerm('hearingWait', servedOn, context.calendar);
  return term.ok ? term.value.dueOn : '';
}

/** `《行政处罚意见告知书》苏住建监罚告字〔2026〕第1号`. */
export function noticeText(data: Readonly<Record<string, unknown>>): string {
  const number = text(data, 'noticeNo');
  return `《行政处罚意见告知书》${number}`;
}

export function servedText(data: Readonly<Record<string, unknown>>): string {
  return longDate(text(data, 'noticeOn')) || '／';
}
