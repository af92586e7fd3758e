import type { DocumentSummary } from '#shared/domain/document/document-file.ts';
import { lineOf } from '#shared/domain/document/definitions/parts/typed.ts';
import { type CorrectiveOrder, ITEM_OUTCOMES, type RecheckRound } from '#shared/domain/task/order.ts';
import { orderPaper } from '#shared/domain/task/papers.ts';
import type { Task } from '#shared/domain/task/task.ts';
import { rollForward } from '#shared/domain/time-limit/count.ts';
import { addCalendarDays, shanghaiMinute } from '#shared/domain/time-limit/days.ts';
import { paperOf } from '../papers.ts';
import { clausesOf, filled, photoIndex, photoNumbers, photoText, problemOf, refusalOf, timesOn, type Prefills, type VisitFacts } from './facts.ts';

/** What is wrong behind each item of an order: as the checklist has it, else as the order itself says. */
function problems(task: Task, order: CorrectiveOrder): readonly string[] {
  const numbers = photoNumbers(task);
  return order.items.map((item) => {
    const line = task.checklist.find((each) => each.itemId === item.checkItemId);
    const photos = photoText(numbers, item.beforeIds);
    return `${line === undefined ? item.text : problemOf(line)}${photos === '' ? '' : `（${photos}）`}`;
  });
}

/** The first working day after the term; the day itself where the calendar is not kept. */
export function recheckDay({ calendar }: Pick<VisitFacts, 'calendar'>, dueOn: string): string {
  const next = addCalendarDays(dueOn, 1);
  const day = rollForward(calendar, next);
  return day.ok ? day.value : next;
}

/** 全部停工 where the scope says so. */
function extentOf(scope: string): string {
  return /^全部|^整个(工程|工地|项目)/u.test(scope.trim()) ? '全部停止施工' : '局部暂停施工';
}

function issued(task: Task, order: CorrectiveOrder): DocumentSummary | undefined {
  const paper = paperOf(task, orderPaper(order), order.id);
  return paper?.status === 'issued' ? paper : undefined;
}

function servedOn(task: Task, order: CorrectiveOrder): string {
  const paper = issued(task, order);
  return task.services.find((service) => service.documentId === paper?.id)?.servedAt.slice(0, 10) ?? order.madeOn;
}

const CONCLUSIONS = { all: '全部改正', partly: '部分改正', none: '未改正' } as const;

/** From the sign-in of the day, else from the first photo after, to now. */
function roundTimes(facts: VisitFacts, round: RecheckRound): { readonly startAt: string; readonly endAt: string } {
  const { task, now } = facts;
  const times = timesOn(facts, round.on);
  if (times.startAt !== '') return times;
  const after = new Set(round.findings.flatMap((finding) => finding.afterIds));
  const startAt = task.evidence.filter((each) => after.has(each.id) && !Number.isNaN(Date.parse(each.takenAt))).map((each) => shanghaiMinute(each.takenAt)).filter((at) => at.startsWith(round.on)).sort()[0] ?? '';
  return { startAt, endAt: startAt !== '' && now.startsWith(round.on) && now > startAt ? now : '' };
}

export function conclusionOf(round: Pick<RecheckRound, 'findings'>): string {
  if (round.findings.every((finding) => finding.outcome === 'done')) return CONCLUSIONS.all;
  return round.findings.every((finding) => finding.outcome === 'open') ? CONCLUSIONS.none : CONCLUSIONS.partly;
}

function itemLines(task: Task, order: CorrectiveOrder, round: RecheckRound): readonly string[] {
  const numbers = photoNumbers(task);
  return order.items.map((item) => {
    const finding = round.findings.find((each) => each.itemId === item.id);
    const [before, after] = [photoText(numbers, item.beforeIds), photoText(numbers, finding?.afterIds ?? [])];
    const photos = [before === '' ? '' : `前：${before}`, after === '' ? '' : `后：${after}`].filter((part) => part !== '').join('；');
    return lineOf(item.text, finding === undefined ? '' : ITEM_OUTCOMES[finding.outcome], finding?.note ?? '', photos);
  });
}

function nextStep(order: CorrectiveOrder, round: RecheckRound): string {
  if (round.passed) return order.kind === 'stop-work' ? '具备复工条件，报分管领导批准后书面通知复工。' : '本次责令改正办结。';
  return round.no >= 2 ? '两次复查仍未改正，移交立案查处。' : '继续督促改正，逾期不改正的移交立案查处。';
}

/** Orders and what follows them. */
export const ORDERS: Prefills = {
  ZGTZ: (facts) => {
    const { task, order } = facts;
    if (order === null) return {};
    return filled({
      problems: problems(task, order), breached: clausesOf(facts, order.items), mode: '限期改正', items: order.items.map((item) => item.text), dueOn: order.dueOn, recheckOn: recheckDay(facts, order.dueOn),
    });
  },
  TGTZ: (facts) => {
    const { task, order, now } = facts;
    if (order === null) return {};
    const from = now.slice(0, 10) === order.madeOn ? now : `${order.madeOn}T00:00`;
    return filled({ problems: problems(task, order), breached: clausesOf(facts, order.items), extent: extentOf(order.scope), scope: order.scope, from, conditions: order.items.map((item) => item.text) });
  },
  FGTZ: ({ task, order, now }) => {
    if (order === null) return {};
    const round = order.rounds.at(-1);
    return filled({
      stopNo: issued(task, order)?.docNo ?? '', stoppedOn: order.madeOn, recheckedOn: round?.on ?? '', recheckNo: (round === undefined ? undefined : paperOf(task, 'FCJL', `${order.id}-${round.no}`))?.docNo ?? '',
      opinion: '责令停工的问题已全部改正，具备复工条件', scope: order.scope, from: now,
    });
  },
  FCJL: (facts) => {
    const { task, order } = facts;
    const round = order?.rounds.at(-1);
    if (order === null || round === undefined) return {};
    const ids = new Set([...order.items.flatMap((item) => item.beforeIds), ...round.findings.flatMap((finding) => finding.afterIds)]);
    return filled({
      orderNo: issued(task, order)?.docNo ?? '', orderedOn: servedOn(task, order), dueOn: order.dueOn, ...roundTimes(facts, round), place: task.place, items: itemLines(task, order, round),
      photos: photoIndex(task, (photo) => ids.has(photo.id)), conclusion: conclusionOf(round), next: nextStep(order, round), refusalReason: refusalOf({ signatures: task.signatures.filter((each) => each.at.slice(0, 10) >= round.on) }),
    });
  },
};
