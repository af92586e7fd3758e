import { describe, expect, it } from 'vitest';
import { lifeOf, partsOf, stampOf } from '#renderer/features/registers/timeline.ts';
import type { ProjectPage, RegisterCase, RegisterTask } from '#shared/contract/http/registers.ts';

type Fact = ProjectPage['facts'][number];

function fact(kind: Fact['kind'], on: string, members: Partial<Fact> = {}): Fact {
  return { id: `${kind} ${on}`, kind, title: '', no: '', on, until: '', unit: '', creditCode: '', person: '', state: '', note: '', sourceSystem: '智慧工地平台', sourceRef: 'ZH-1', fetchedAt: '2026-03-02T01:30:00.000Z', ...members };
}

const TASK: RegisterTask = {
  id: 'task-1', taskNo: null, title: '示例家园施工许可检查', state: 'rectify', source: 'plan', channel: 'JC', district: '320506', partyName: '示例单位', createdOn: '2026-03-01', plannedOn: '2026-03-09', dueOn: '2026-03-31',
  inspectedOn: '2026-03-10', finishedOn: null, result: 'ordered', orders: [{ id: 'order-1', kind: 'correct', madeOn: '2026-03-10', dueOn: '2026-03-25', endedOn: null, items: 2, rounds: 1 }],
  approvals: [{ at: '2026-03-05T16:30:00.000Z', officerName: '示例甲', opinion: '同意。', what: '批准检查' }],
};
const CASE: RegisterCase = {
  id: 'case-1', caseNo: 'SZ-1', title: '示例单位未移交档案案', stage: 'CLOSED', channel: 'JC', district: '320506', partyName: '示例单位', registeredOn: '2026-04-01', filedOn: '2026-04-08', decidedOn: '2026-06-01', closedOn: null,
  fineFen: 100, paidFen: 0, payments: [], approvals: [],
};

describe('the line of a project’s life', () => {
  it('has facts, visits, orders, approvals and the steps of cases, the newest first', () => {
    const life = lifeOf({ facts: [fact('permit', '2026-03-10', { no: '320506202405010101' }), fact('crane', '')], tasks: [TASK], cases: [CASE] });
    expect(life.map(({ on, kind, title }) => `${on} ${kind} ${title}`)).toEqual([
      '2026-06-01 case 作出决定：示例单位未移交档案案', '2026-04-08 case 立案：示例单位未移交档案案', '2026-04-01 case 登记线索：示例单位未移交档案案',
      '2026-03-10 order 责令改正（2 项）', '2026-03-10 task 示例家园施工许可检查', '2026-03-10 fact 施工许可', '2026-03-06 approval 批准检查',
    ]);
    expect(life.find(({ kind }) => kind === 'order')).toMatchObject({ detail: '限 2026-03-25 前完成　尚未整改完毕　复查 1 次', to: { name: 'task', params: { taskId: 'task-1' } } });
    expect(new Set(life.map(({ key }) => key)).size).toBe(life.length);
  });

  it('says where a fact comes from and when it was fetched', () => {
    expect(stampOf(fact('crane', '2026-03-01'))).toBe('智慧工地平台　ZH-1　取得于 2026-03-02');
  });
});

it('the three parts hold their facts in the order of the procedure', () => {
  const parts = partsOf([fact('permit', '2026-02-01'), fact('crane', '2026-05-01'), fact('visit', '2026-06-01'), fact('approval', '2026-01-01'), fact('crane', '2026-04-01')]);
  expect(parts.map(({ label, facts }) => [label, facts.map(({ kind, on }) => `${kind} ${on}`)])).toEqual([
    ['项目前期', ['approval 2026-01-01', 'permit 2026-02-01']], ['施工现场', ['visit 2026-06-01', 'crane 2026-04-01', 'crane 2026-05-01']], ['竣工验收', []],
  ]);
});
