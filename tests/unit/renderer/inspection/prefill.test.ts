import { describe, expect, it } from 'vitest';
import { definitionOf } from '#shared/domain/document/registry.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { Task } from '#shared/domain/task/task.ts';
import type { VisitFacts } from '#renderer/features/inspection/prefill/facts.ts';
import { prefillOf } from '#renderer/features/inspection/prefill/index.ts';
import { refreshes } from '#renderer/features/inspection/use-paper.ts';
import { visitsOfYear } from '#renderer/features/inspection/visits.ts';
import { CALENDAR_2026, createWorld } from '#tests/helpers/cases.ts';
import { matter, recheck, taskIn, taskOf } from '#tests/helpers/tasks.ts';

const MATTER: Matter = matter('M-1', {
  subs: [{ code: 'M-1-01', name: '施工许可', form: '现场检查', listCode: '', items: [{ id: 'item-permit', content: '施工许可证', method: '现场查看', standard: '已取得施工许可证，与现场一致', clause: '', violationId: 'J01', verified: true }] }],
});

function facts(task: Task, members: Partial<VisitFacts> = {}): VisitFacts {
  return { task, matters: [MATTER], violations: createWorld().violations, calendar: CALENDAR_2026, now: '2026-03-10T10:40', visits: 0, order: task.orders.at(-1) ?? null, ...members };
}

/** Required fields of a paper that neither the visit nor, as far as the definition says, the case fills. */
function toType(code: Parameters<typeof prefillOf>[0], values: Readonly<Record<string, unknown>>): readonly string[] {
  return definitionOf(code).fields.filter((field) => field.required && field.filledFrom === 'none' && !(field.key in values)).map((field) => field.key);
}

const rectify = taskOf(taskIn('rectify'));

describe('papers before a visit', () => {
  it('take everything they ask for from the task', () => {
    const task = taskOf(taskIn('accepted'));
    const approval = prefillOf('JCSP', facts(task, { visits: 1 }));
    expect(approval).toMatchObject({
      checkClass: '日常检查', taskSource: '监督计划（任务编号：RW-JC-2026-00001）', checkBasis: '《建筑法》第七条', items: ['施工许可监管：施工许可'], method: '现场检查', plannedOn: '2026-03-09',
      place: '示例家园（示例路1号）', count: '1次', cap: '1次/年', urgent: '否', reason: '按年度监督计划检查。',
    });
    expect(toType('JCSP', approval)).toEqual([]);
    expect(toType('JCTZ', prefillOf('JCTZ', facts(task)))).toEqual([]);
  });

  it('leave the time open while no day is planned', () => {
    expect(prefillOf('JCTZ', facts({ ...rectify, plannedOn: null }))).not.toHaveProperty('checkAt');
  });

  it('state a draw as such, and no cap for a check of a single clue (国办发〔2024〕54号)', () => {
    expect(prefillOf('JCTZ', facts({ ...rectify, source: 'random' }))).toMatchObject({ checkClass: '双随机抽查' });
    expect(prefillOf('JCSP', facts({ ...rectify, source: 'complaint', checkClass: 'single' }))).toMatchObject({ checkClass: '个案检查', cap: '不限（投诉举报线索）' });
  });

  it('count the routine visits of the year to the same party under the same matter', () => {
    const other = { ...rectify, id: 'task-other' };
    const history = [other, { ...other, id: 'a', checkClass: 'single' as const }, { ...other, id: 'b', inspectedOn: '2025-12-30' }, { ...other, id: 'c', inspectedOn: null }, { ...other, id: 'd', matterCodes: ['M-9'] }];
    expect(visitsOfYear(history, rectify, '2026')).toBe(1);
  });
});

describe('the record of a visit', () => {
  const record = prefillOf('XCJC', facts({ ...rectify, signatures: [] }));

  it('has time, place, every item looked at with its photos, and the photo index', () => {
    const task = { ...rectify, checklist: rectify.checklist.map((line) => (line.itemId === 'item-permit' ? { ...line, evidenceIds: ['photo-before'] } : line)), findings: ['大门处未公示工程概况', ' '], signatures: [] };
    expect(prefillOf('XCJC', facts(task))).toMatchObject({
      startAt: '2026-03-10T09:30', endAt: '2026-03-10T10:40', place: '示例路1号',
      findings: ['施工许可证：不合格。现场正在施工，未能出示施工许可证（照片1）。', '建设项目档案：合格。', '大门处未公示工程概况'],
      photos: ['照片1：照片photo-before，2026年3月10日9时00分拍摄于示例路1号。'],
    });
  });

  it('has the position of the first device that knew one; none where no device did', () => {
    const signIn = { officerId: 'officer-1', officerName: '赵执法', at: '2026-03-10T09:30', recordedAt: '2026-03-10T01:30:00.000Z', place: '示例路1号', position: null };
    const located = { ...signIn, position: { latitude: 31.29896, longitude: 120.58532, accuracyMetres: 8 } };
    expect(prefillOf('XCJC', facts({ ...rectify, signIns: [signIn, located] }))['position']).toBe('北纬31.29896°，东经120.58532°');
    expect(prefillOf('XCJC', facts({ ...rectify, signIns: [signIn] }))).not.toHaveProperty('position');
  });

  it('leaves only the party’s own words to be typed', () => {
    expect(toType('XCJC', record)).toEqual(['comment']);
  });

  it('says why the party did not sign', () => {
    expect(prefillOf('XCJC', facts(rectify))['refusalReason']).toBe('拒绝签名，已录像。');
  });

  it('asks the person in charge about each thing found', () => {
    const { dialogue } = prefillOf('XWBL', facts(rectify)) as { dialogue: readonly { question: string }[] };
    expect(dialogue.map((each) => each.question)).toEqual(['请说明你的身份和在本单位的职务。', '现场检查发现：现场正在施工，未能出示施工许可证。是否属实？原因是什么？', '以上情况是否属实？还有什么要补充的？']);
  });
});

describe('the notice of the result', () => {
  it('follows the result, and names the twentieth working day (国办发〔2018〕118号)', () => {
    // Tuesday 10 March 2026; 清明 falls on Monday 6 April: the twentieth working day is Wednesday 8 April.
    expect(prefillOf('JGGZ', facts(rectify))).toMatchObject({ checkedOn: '2026-03-10', result: '发现问题责令限期改正', problems: ['现场正在施工，未能出示施工许可证'], publishOn: '2026-04-08' });
    expect(toType('JGGZ', prefillOf('JGGZ', facts(rectify)))).toEqual([]);
  });

  it('says what the other results are', () => {
    expect(prefillOf('JGGZ', facts({ ...rectify, result: 'no-contact', resultNote: '两次上门均无人' }))).toMatchObject({ result: '其他', next: '通过登记的住所无法联系，两次上门均无人' });
    expect(prefillOf('JGGZ', facts({ ...rectify, result: 'clean', orders: [] }))).not.toHaveProperty('problems');
  });
});

describe('papers of an order', () => {
  const [order] = rectify.orders;

  it('take problem, clause, items and term, and re-check on the first working day after it', () => {
    // The term ends on Friday 20 March 2026: Monday 23 March.
    expect(prefillOf('ZGTZ', facts(rectify))).toEqual({
      problems: ['现场正在施工，未能出示施工许可证（照片1）'], breached: '《建筑法》第七条', mode: '限期改正', items: ['停止施工，补办施工许可'], dueOn: '2026-03-20', recheckOn: '2026-03-23',
    });
  });

  it('stop the works where and when, and say what must be done first', () => {
    const stop = { ...order!, kind: 'stop-work' as const, scope: '3号楼十层以上' };
    const values = prefillOf('TGTZ', facts(rectify, { order: stop }));
    expect(values).toMatchObject({ extent: '局部暂停施工', scope: '3号楼十层以上', from: '2026-03-10T10:40', conditions: ['停止施工，补办施工许可'] });
    expect(toType('TGTZ', values)).toEqual([]);
    expect(prefillOf('TGTZ', facts(rectify, { order: { ...stop, scope: '全部施工作业' } }))).toMatchObject({ extent: '全部停止施工' });
  });

  it('let the works go on once everything was put right', () => {
    const lifted = { ...order!, kind: 'stop-work' as const, scope: '3号楼', rounds: [{ no: 1, on: '2026-03-18', officerIds: [], findings: [], passed: true }], lifted: { on: '2026-03-19', officerName: '冯局长', opinion: '同意复工。' } };
    const values = prefillOf('FGTZ', facts(rectify, { order: lifted, now: '2026-03-19T09:00' }));
    expect(values).toMatchObject({ stoppedOn: '2026-03-10', recheckedOn: '2026-03-18', opinion: '责令停工的问题已全部改正，具备复工条件', scope: '3号楼', from: '2026-03-19T09:00' });
    expect(toType('FGTZ', values)).toEqual([]);
  });

  it('record the re-check item by item, with the conclusion', () => {
    const run = taskIn('rectify');
    recheck(run, 'open', '2026-03-20');
    const values = prefillOf('FCJL', facts(taskOf(run), { now: '2026-03-20T11:00' }));
    expect(values).toMatchObject({
      orderedOn: '2026-03-10', dueOn: '2026-03-20', items: ['停止施工，补办施工许可｜未改正｜仍未取得施工许可证｜前：照片1'], conclusion: '未改正', next: '继续督促改正，逾期不改正的移交立案查处。',
    });
    expect(toType('FCJL', values)).toEqual(['startAt', 'endAt', 'comment']);
  });
});

describe('bringing a draft up to date', () => {
  it('names the fields that would change, and leaves times once written', () => {
    const values = { findings: ['旧'], startAt: '2026-03-10T09:00', place: '示例路1号' };
    expect(refreshes('XCJC', values, { findings: ['新'], startAt: '2026-03-10T09:30', place: '示例路1号' })).toEqual([{ path: 'findings', label: '现场检查情况', from: ['旧'], to: ['新'] }]);
  });
});
