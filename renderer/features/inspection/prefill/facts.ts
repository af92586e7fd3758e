import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import type { Evidence } from '#shared/domain/evidence/evidence.ts';
import { type Matter, itemsOf } from '#shared/domain/matter/matter.ts';
import type { CorrectiveOrder } from '#shared/domain/task/order.ts';
import type { CheckLine, Task } from '#shared/domain/task/task.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { chineseMinute, shanghaiMinute } from '#shared/domain/time-limit/days.ts';
import { citation } from '#shared/domain/violation/law-titles.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';

/** What the papers of a visit are filled from. */
export interface VisitFacts {
  readonly task: Task;
  readonly matters: readonly Matter[];
  readonly violations: ReadonlyMap<string, Violation>;
  readonly calendar: WorkCalendar;
  /** Local minute now, `YYYY-MM-DDTHH:mm`. */
  readonly now: string;
  /** Routine visits of this year to the party under the same matters, as this machine knows them; `null`: not known. */
  readonly visits: number | null;
  /** The order a paper is about; for papers of the visit itself the last one. */
  readonly order: CorrectiveOrder | null;
}

export type Prefill = (facts: VisitFacts) => Readonly<Record<string, unknown>>;
export type Prefills = Readonly<Partial<Record<DocumentCode, Prefill>>>;

export function mattersOf({ task, matters }: Pick<VisitFacts, 'task' | 'matters'>): readonly Matter[] {
  return task.matterCodes.flatMap((code) => matters.find((matter) => matter.code === code) ?? []);
}

/** `建筑市场行为监管：施工许可、发承包行为`: what is looked at, as the published list names it. */
export function itemNames(facts: Pick<VisitFacts, 'task' | 'matters'>): readonly string[] {
  return mattersOf(facts).map(({ name, subs }) => (subs.length === 0 ? name : `${name}：${subs.map((sub) => sub.name).join('、')}`));
}

/** The standard an item is measured by; empty where the matter is not on this machine. */
export function standardOf(facts: Pick<VisitFacts, 'task' | 'matters'>, itemId: string | null): string {
  return mattersOf(facts).flatMap(itemsOf).find((item) => item.id === itemId)?.standard ?? '';
}

/** The clause in full: the line's own, else that of the violation it points to. */
export function clauseOf({ violations }: Pick<VisitFacts, 'violations'>, line: Pick<CheckLine, 'clause' | 'violationId'>): string {
  const own = line.clause.trim() === '' && line.violationId !== null ? violations.get(line.violationId)?.breached ?? '' : line.clause;
  return citation(own);
}

/** Several clauses in one text, each once. */
export function clausesOf(facts: Pick<VisitFacts, 'violations'>, lines: readonly Pick<CheckLine, 'clause' | 'violationId'>[]): string {
  return [...new Set(lines.map((line) => clauseOf(facts, line)).filter((clause) => clause !== ''))].join('、');
}

export function failedLines(task: Pick<Task, 'checklist'>): readonly CheckLine[] {
  return task.checklist.filter((line) => line.result === 'fail');
}

/** What is wrong, without the full stop: what the officer saw, else the item itself. */
export function problemOf(line: Pick<CheckLine, 'content' | 'note'>): string {
  const words = line.note.trim().replace(/[。；;]$/u, '');
  return words === '' ? `${line.content}：不合格` : words;
}

export function problemsOf(task: Pick<Task, 'checklist' | 'findings'>): readonly string[] {
  return [...failedLines(task).map(problemOf), ...task.findings.map((each) => each.trim()).filter((each) => each !== '')];
}

/** Photos and other pictures that stand, without those of signatures, in the order they were taken in. */
export function photosOf(task: Pick<Task, 'evidence' | 'signatures'>): readonly Evidence[] {
  const signatures = new Set(task.signatures.map((each) => each.evidenceId));
  return task.evidence.filter((each) => each.withdrawn === null && !signatures.has(each.id) && each.file?.mime.startsWith('image/') === true);
}

/** Numbers under which the records cite the photos, from 1. */
export function photoNumbers(task: Pick<Task, 'evidence' | 'signatures'>): ReadonlyMap<string, number> {
  return new Map(photosOf(task).map((photo, index) => [photo.id, index + 1]));
}

/** `照片1、照片3`, or nothing. */
export function photoText(numbers: ReadonlyMap<string, number>, ids: readonly string[]): string {
  return ids.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b).map((n) => `照片${n}`).join('、');
}

/** One line a photo: number, what it shows, when and where it was taken. */
export function photoIndex(task: Pick<Task, 'evidence' | 'signatures'>, only: (photo: Evidence) => boolean = () => true): readonly string[] {
  const numbers = photoNumbers(task);
  return photosOf(task).filter(only).map((photo) => {
    const taken = Number.isNaN(Date.parse(photo.takenAt)) ? '' : `${chineseMinute(shanghaiMinute(photo.takenAt))}拍摄`;
    const where = photo.takenPlace.trim() === '' ? '' : `于${photo.takenPlace.trim()}`;
    return `照片${numbers.get(photo.id) ?? ''}：${photo.title}${taken === '' && where === '' ? '' : `，${taken === '' ? '拍摄' : taken}${where}`}。`;
  });
}

/** Beginning and end of what was done on site on `day`, as local minutes; empty where not known. */
export function timesOn({ task, now }: Pick<VisitFacts, 'task' | 'now'>, day: string | null): { readonly startAt: string; readonly endAt: string } {
  const arrived = task.signIns.filter((each) => each.at.slice(0, 10) === day).map((each) => each.at).sort();
  const signed = task.signatures.filter((each) => each.at.slice(0, 10) === day).map((each) => each.at).sort();
  const startAt = arrived[0] ?? '';
  const end = signed.at(-1) ?? (now.slice(0, 10) === day ? now : '');
  return { startAt, endAt: startAt !== '' && end > startAt ? end : '' };
}

/** Why the inspected person did not sign; empty where he did. */
export function refusalOf(task: Pick<Task, 'signatures'>): string {
  return task.signatures.findLast((each) => each.signer === 'party' && each.evidenceId === null)?.refusal ?? '';
}

/** Who signed as witness or recorder; empty where nobody did. */
export function signerName(task: Pick<Task, 'signatures'>, signer: 'witness' | 'recorder'): string {
  return task.signatures.findLast((each) => each.signer === signer)?.name ?? '';
}

/** Without what is empty: an empty value would hide what the definition itself fills in. */
export function filled(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0)));
}
