import { describe, expect, it } from 'vitest';
import { groupsOf, progressOf, resultOfKey } from '#renderer/features/inspection/checklist.ts';
import { answered, dueSuggestions, orderErrors, orderPayload, roundErrors, startOrder, startRound } from '#renderer/features/inspection/order-draft.ts';
import { orderEvents } from '#renderer/features/inspection/order-timeline.ts';
import { nextPaperId, paperOf } from '#renderer/features/inspection/papers.ts';
import { firstPart, partNote } from '#renderer/features/inspection/parts.ts';
import { likelyResult, resultText } from '#renderer/features/inspection/result.ts';
import { boundsOf, isWritten, piecesOf, signerRows, withPoint } from '#renderer/features/inspection/signature.ts';
import { taskRefusal, visitValues } from '#renderer/features/inspection/visit.ts';
import type { DocumentSummary } from '#shared/domain/document/document-file.ts';
import { CALENDAR_2026, contextOf, createWorld } from '#tests/helpers/cases.ts';
import { matter, recheck, taskIn, taskOf } from '#tests/helpers/tasks.ts';

const rectify = taskOf(taskIn('rectify'));
const [order] = rectify.orders;

describe('the checklist', () => {
  it('is answered with 1 to 4 in the order of the words', () => {
    expect(['1', '2', '3', '4', '5', 'a', '12'].map(resultOfKey)).toEqual(['pass', 'fail', 'unchecked', 'absent', null, null, null]);
  });

  it('knows how far it is and what comes next', () => {
    expect(progressOf(rectify.checklist)).toEqual({ total: 3, answered: 2, counts: { pass: 1, fail: 1, unchecked: 1, absent: 0 }, nextId: 'item-other' });
    expect(groupsOf(rectify.checklist).map((group) => [group.matterCode, group.lines.length])).toEqual([['M-1', 3]]);
  });

  it('is saved by the paths of task.edit', () => {
    expect(visitValues(rectify)).toMatchObject({ 'checklist.item-permit.result': 'fail', 'checklist.item-permit.note': '现场正在施工，未能出示施工许可证', findings: [], place: '示例路1号' });
  });
});

describe('an order', () => {
  const facts = { task: { ...rectify, orders: [] }, matters: [matter('M-1')], violations: createWorld().violations };

  it('starts from the failed items with clause, violation and photos; what is ordered already is left out', () => {
    let id = 0;
    const draft = startOrder(facts, () => `new-${String(id += 1)}`);
    expect(draft.items).toMatchObject([{ text: '改正：现场正在施工，未能出示施工许可证', clause: '《建筑法》第七条', violationId: 'J01', checkItemId: 'item-permit', taken: true }]);
    expect(startOrder({ ...facts, task: rectify }, () => 'x').items).toEqual([]);
    expect(orderErrors(draft, '2026-03-10')).toEqual({ dueOn: '请选择改正期限' });
    expect(orderErrors({ ...draft, kind: 'stop-work', dueOn: '2026-03-10', items: [] }, '2026-03-10')).toMatchObject({ items: '请至少选择或者填写一项改正事项', dueOn: '改正期限应当晚于今天', scope: expect.stringContaining('停工') as string });
    expect(orderPayload({ ...draft, dueOn: '2026-03-17' }, '2026-03-10').order).toMatchObject({ kind: 'correct', madeOn: '2026-03-10', dueOn: '2026-03-17', scope: '' });
  });

  it('is suggested usual terms that end on working days', () => {
    // Friday 13, Tuesday 17, Wednesday 25 March; 9 April 2026 is a Thursday.
    expect(dueSuggestions('2026-03-10', CALENDAR_2026).map((each) => each.day)).toEqual(['2026-03-13', '2026-03-17', '2026-03-25', '2026-04-09']);
    // Five days into the holiday of 清明: 4 to 6 April 2026.
    expect(dueSuggestions('2026-04-01', CALENDAR_2026)[0]?.day).toBe('2026-04-07');
  });

  it('asks for an answer to every item of a round, and for what is still wrong', () => {
    const start = startRound(order!);
    expect(roundErrors(start)).toEqual({ 'order-item-1': '请选择复查结果' });
    const open = start.map((each) => ({ ...each, outcome: 'open' as const }));
    expect(roundErrors(open)).toEqual({ 'order-item-1': '未改正或者部分改正的，请写明现场情况' });
    expect(answered(open.map((each) => ({ ...each, note: ' 仍在施工 ' })))).toEqual([{ itemId: 'order-item-1', outcome: 'open', note: '仍在施工', afterIds: [] }]);
  });

  it('tells its rounds as they went', () => {
    const run = taskIn('rectify');
    recheck(run, 'open', '2026-03-20');
    recheck(run, 'done', '2026-03-27');
    const task = taskOf(run);
    expect(orderEvents(task, task.orders[0]!).map((event) => [event.on, event.title, event.text])).toEqual([
      ['2026-03-10', '责令改正', '1 项'], ['2026-03-20', '第 1 次复查', '未改正 1 项'], ['2026-03-27', '第 2 次复查', '已改正 1 项'], ['2026-03-27', '办结', ''],
    ]);
  });
});

describe('papers', () => {
  const made = (id: string, status: DocumentSummary['status']): DocumentSummary => ({ id, code: 'ZGTZ', status, docNo: null, createdAt: '', issuedAt: null, pdf: null, prints: 0, aboutDocumentId: null });

  it('belong to their order, and two clicks make one', () => {
    expect(nextPaperId({ documents: [] }, 'ZGTZ', 'order-001')).toBe('zgtz-order-001');
    const documents = [made('zgtz-order-001', 'discarded'), made('zgtz-order-001-v2', 'draft'), made('zgtz-order-002', 'draft')];
    expect(paperOf({ documents }, 'ZGTZ', 'order-001')?.id).toBe('zgtz-order-001-v2');
    expect(nextPaperId({ documents }, 'ZGTZ', 'order-001')).toBe('zgtz-order-001-v3');
  });
});

describe('the result', () => {
  it('is proposed from what was found, with its code', () => {
    expect(likelyResult(rectify)).toBe('ordered');
    expect(likelyResult({ ...rectify, orders: [] })).toBe('pending');
    expect(likelyResult({ orders: [], checklist: [], findings: [' '] })).toBe('clean');
    expect(resultText('ordered')).toBe('04 发现问题已责令改正');
  });

  it('is refused by the very rules that decide it', () => {
    const site = taskOf(taskIn('on-site'));
    const rules = contextOf(createWorld(), 'officer-1', '2026-03-10');
    expect(taskRefusal(site, 'task.finish', { on: '2026-03-10', result: 'clean', note: '' }, rules)?.code).toBe('RECORD_UNSIGNED');
    expect(taskRefusal(site, 'task.recheck', { orderId: 'order-001', on: '2026-03-10', findings: [{ itemId: 'order-item-1', outcome: 'done', note: '', afterIds: [] }] }, rules)?.code).toBe('STEP_NOT_ALLOWED');
  });
});

describe('a signature', () => {
  const stroke = [{ x: 10, y: 10, pressure: 0.5 }, { x: 30, y: 40, pressure: 0.5 }, { x: 60, y: 20, pressure: 0.5 }, { x: 90, y: 50, pressure: 0.5 }];

  it('is one smooth line: every piece begins where the last ended', () => {
    const pieces = piecesOf(stroke);
    expect(pieces[0]?.from).toMatchObject({ x: 10, y: 10 });
    expect(pieces.at(-1)?.to).toMatchObject({ x: 90, y: 50 });
    pieces.slice(1).forEach((piece, index) => { expect(piece.from).toEqual(pieces[index]?.to); });
    expect(Math.max(...pieces.map((piece) => piece.width))).toBeLessThanOrEqual(4.6);
  });

  it('leaves out the trembling of a hand, and an accidental touch is no signature', () => {
    expect(withPoint(stroke, { x: 90.5, y: 50.5, pressure: 0.5 })).toBe(stroke);
    expect(isWritten([stroke])).toBe(true);
    expect(isWritten([[{ x: 1, y: 1, pressure: 0.5 }]])).toBe(false);
    expect(boundsOf([stroke], { width: 600, height: 240 })).toEqual({ x: 0, y: 0, width: 102, height: 62 });
    expect(boundsOf([], { width: 600, height: 240 })).toBeNull();
  });

  it('is asked of the party first, by the name of whoever represents it', () => {
    expect(signerRows(rectify, ['甲承办', '乙协办']).map((row) => [row.key, row.name, row.signature?.refusal ?? ''])).toEqual([
      ['party', '示例人', '拒绝签名，已录像。'], ['witness', '', ''], ['officer-0', '甲承办', ''], ['officer-1', '乙协办', ''], ['recorder', '乙协办', ''],
    ]);
  });
});

describe('the parts', () => {
  it('open at the work to be done', () => {
    expect((['assigned', 'accepted', 'on-site', 'rectify'] as const).map((state) => firstPart(taskOf(taskIn(state))))).toEqual(['prepare', 'site', 'site', 'orders']);
    expect(partNote(rectify, 'site')).toBe('2/3');
    expect(partNote(rectify, 'papers')).toBe('1');
  });
});
