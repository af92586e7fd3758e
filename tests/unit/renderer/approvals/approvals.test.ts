import { describe, expect, it } from 'vitest';
import { batchWord, deviationLine, groupApprovals, isBatchable, isPenal, outcomeLine, tierLine } from '#renderer/features/approvals/approvals.ts';
import { penaltyText } from '#renderer/ui/penalty-text.ts';
import { approvalItem } from '#worker/state/approvals.ts';
import { contextOf, createWorld, walkTo } from '../../../helpers/cases.ts';
import { LONG_ROUTE, worldOf } from '../../../helpers/route.ts';
import { todoOf, waitingStages } from '#worker/state/todo.ts';
import { channelsOf } from '#shared/domain/channel/in-force.ts';
import { hearingRequested, unpunished } from '../../../helpers/lines.ts';

const world = createWorld();

function itemFor(by: string, on: string, file = walkTo('NOTICE_APPR').file) {
  return approvalItem(file, contextOf(world, by, on), () => ({ dueOn: '2026-06-04', label: '办案期限' }));
}

describe('what waits for an approval', () => {
  it('carries facts, sum, tier and the last opinion, and the way back', () => {
    const item = itemFor('leader-1', '2026-03-18');
    expect(item).toMatchObject({
      since: '2026-03-17', officerNames: '甲承办、乙协办', facts: '当事人于2026年2月10日前未按规定移交建设项目档案。', tier: 'light', deviation: 'none',
      range: { minFen: 1_000_000, maxFen: 10_000_000 }, tierRange: { minFen: 1_000_000, maxFen: 3_700_000 },
      last: { name: '庚大队', label: '审核通过，提请告知' }, approve: { event: 'approve-notice', refusal: null, asks: false }, back: { event: 'return-notice', opinion: 'required' },
    });
    expect([penaltyText(item!.penalty), tierLine(item!)]).toEqual(['罚款 20,000.00 元', '裁量档「轻微」 10,000.00元至37,000.00元，法定幅度 10,000.00元至100,000.00元']);
    expect(isBatchable(item!)).toBe(true);
  });

  it('is nothing for officers of the case, for other roles, and once it was approved', () => {
    expect(itemFor('officer-1', '2026-03-18')).toBeNull();
    expect(itemFor('reviewer-1', '2026-03-18')).toBeNull();
    const run = walkTo('NOTICE_APPR');
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
    expect(itemFor('leader-1', '2026-03-18', run.file)).toBeNull();
  });

  it('says that nothing is to be punished, not the sum drafted before', () => {
    const item = itemFor('leader-1', '2026-03-18', unpunished().file)!;
    expect([item.approve.event, outcomeLine(item), isPenal(item)]).toEqual(['approve-no-penalty', '不予行政处罚', false]);
    expect([outcomeLine(itemFor('leader-1', '2026-03-18')!), isPenal(itemFor('leader-1', '2026-03-18')!)]).toEqual(['罚款 20,000.00 元', true]);
  });

  it('says that a departure from the tier is one, with its reason', () => {
    const run = walkTo('INVEST');
    const { file } = walkTo('CONCL');
    const departing = { ...file, proposed: { ...file.proposed!, fineFen: 5_000_000 }, discretion: { ...file.discretion, deviationReason: '多次违法。' } };
    expect(deviationLine(itemFor('head-one', '2026-03-17', departing)!)).toBe('偏离裁量档：多次违法。');
    expect(itemFor('head-one', '2026-03-10', run.file)).toBeNull();
  });

  it('waits for an open countersign, which its officer finds in his own list', () => {
    const run = walkTo('FILING');
    run.mustStep('request-countersign', { by: 'leader-1', on: '2026-03-06' }, { officerIds: ['leader-2'] });
    const asking = itemFor('leader-1', '2026-03-06', run.file);
    expect([asking?.countersigns, asking?.approve.refusal?.code, isBatchable(asking!)]).toEqual([['辰副局'], 'COUNTERSIGN_MISSING', false]);
    expect(itemFor('leader-2', '2026-03-06', run.file)?.approve.event).toBe('countersign');
  });

  it('is opened where it asks for more than an opinion, and grouped by what is to be done', () => {
    const hearing = itemFor('leader-1', '2026-03-25', hearingRequested().file)!;
    expect([hearing.approve.event, isBatchable(hearing)]).toEqual(['accept-hearing', false]);
    const notice = itemFor('leader-1', '2026-03-18')!;
    expect(groupApprovals([notice, hearing, notice]).map((group) => [group.label, group.items.length])).toEqual([['批准告知', 2], ['受理听证，指定主持人', 1]]);
  });

  it('finds an application beside the stage', () => {
    const run = walkTo('SERVED');
    expect(itemFor('leader-1', '2026-04-08', run.file)).toBeNull();
    run.mustStep('apply-deferral', { by: 'officer-1', on: '2026-04-08' }, { kind: 'deferral', appliedOn: '2026-04-08', reason: '困难', plan: [{ dueOn: '2026-06-22', amountFen: 2_000_000 }] });
    expect(itemFor('leader-1', '2026-04-08', run.file)).toMatchObject({ facts: '困难　2026-06-22 前缴 20,000.00 元', since: '2026-04-08', approve: { event: 'approve-deferral', opinion: 'required' }, back: { event: 'refuse-deferral' } });
  });
});

describe('what waits for a node of the route', () => {
  const routed = worldOf(LONG_ROUTE);
  const item = (by: string, file = walkTo('FILING').file) => approvalItem(file, contextOf(routed, by, '2026-03-06'), () => null);

  it('is in the list of whoever signs next, to be signed with others in one go or sent back, and in nobody else’s', () => {
    const waiting = item('head-one')!;
    expect(waiting).toMatchObject({ approve: { event: 'sign-approval', label: '审核签署：大队审核', opinion: 'required', asks: false }, back: { event: 'return-filing' } });
    expect([isBatchable(waiting), batchWord([waiting]), batchWord([waiting, itemFor('leader-1', '2026-03-18')!]), batchWord([])]).toEqual([true, '签署', '办理', '批准']);
    expect(['head-two', 'division-one', 'leader-1', 'reviewer-1'].map((by) => item(by))).toEqual([null, null, null, null]);
  });

  it('is a to-do of his, looked for in the stages at which the routes ask him', () => {
    const context = contextOf(routed, 'head-one', '2026-03-06');
    const { file } = walkTo('FILING');
    expect([todoOf(file, context), todoOf(file, contextOf(routed, 'leader-1', '2026-03-06'))]).toEqual(['审核签署：大队审核', null]);
    expect(waitingStages(context.actor, channelsOf(routed.settings))).toEqual(expect.arrayContaining(['FILING', 'CONCL', 'DEC_APPR', 'CLOSE_APPR']));
    expect(waitingStages(context.actor, channelsOf(world.settings))).not.toContain('FILING');
    expect(waitingStages(routed.officers.get('only-bureau')!, channelsOf(worldOf([...LONG_ROUTE, { role: 'bureau-head', title: '局长', points: ['decision'] }]).settings))).toContain('DEC_APPR');
  });
});
