import { describe, expect, it } from 'vitest';
import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import { channelOf } from '#shared/domain/channel/in-force.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import { nextSteps } from '#shared/domain/procedure/next-steps.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';
import { turnOf } from '#shared/domain/procedure/turn.ts';
import { answers, type CaseRun, contextOf, walkTo, type World } from '#tests/helpers/cases.ts';
import { codeOf } from '#tests/helpers/lines.ts';
import { LONG_ROUTE, worldOf } from '#tests/helpers/route.ts';

const DAY = '2026-03-06';
const O1 = 'officer-1';
type Route = ChannelBody['route'];

/** A case that walked the ordinary line to a stage, and stands there under a route from now on. */
function waitingAt(stage: Stage, route: Route = LONG_ROUTE, delegations: Parameters<typeof worldOf>[1] = []): CaseRun {
  return under(walkTo(stage), worldOf(route, delegations));
}

function under(run: CaseRun, world: World): CaseRun {
  Reflect.set(run, 'world', world);
  return run;
}

function chain(run: CaseRun): string[] {
  return turnOf(run.file, channelOf(run.world.settings, 'JC'))?.chain.map((node) => `${node.title} ${node.state}${node.signed === null ? '' : ` ${node.signed.officerName}`}`) ?? [];
}

const sign = (run: CaseRun, by: string, on = DAY) => run.step('sign-approval', { by, on }, {}, '同意。');
const code = (run: CaseRun, event: CaseEvent, by: string, on = DAY, data: Record<string, unknown> = {}) => codeOf(run.step(event, { by, on }, data));

describe('whose turn it is', () => {
  it('goes along the route: earlier nodes sign, the last one decides', () => {
    const run = waitingAt('FILING');
    expect(chain(run)).toEqual(['大队审核 turn', '支队审核 waiting', '分管局领导 waiting']);
    expect(code(run, 'sign-approval', 'division-one')).toBe('ROLE_NOT_ALLOWED');
    expect(sign(run, 'head-one').ok).toBe(true);
    expect(chain(run)).toEqual(['大队审核 signed 庚大队', '支队审核 turn', '分管局领导 waiting']);
    expect(sign(run, 'division-one').ok).toBe(true);
    expect(run.file).toMatchObject({ stage: 'FILING' });
    expect(run.file.approvals.slice(-2)).toMatchObject([{ event: 'sign-approval', node: '大队审核', opinion: '同意。' }, { node: '支队审核', officerName: '亥支队' }]);
    expect(run.file.timeline.at(-1)?.text).toBe('审核签署（支队审核）');
    run.mustStep('approve-filing', { by: 'leader-1', on: DAY });
    expect(run.file.stage).toBe('INVEST');
    expect(run.file.approvals.at(-1)).not.toHaveProperty('node');
  });

  it('refuses the decision until every node before it has signed, and names who is missing', () => {
    const run = waitingAt('FILING');
    expect(run.step('approve-filing', { by: 'leader-1', on: DAY })).toMatchObject({ error: { code: 'SIGNATURE_MISSING', message: '按本渠道的审批路线，“大队审核”“支队审核”尚未签署意见，签署完毕后才能决定。' } });
    expect(code(run, 'refuse-filing', 'leader-1', DAY, { ground: 'other' })).toBe('SIGNATURE_MISSING');
    sign(run, 'head-one');
    expect(run.step('approve-filing', { by: 'leader-1', on: DAY })).toMatchObject({ error: { message: expect.stringContaining('“支队审核”尚未') as string } });
    expect(nextSteps(run.file, contextOf(run.world, 'leader-1', DAY)).find((step) => step.event === 'approve-filing')).toMatchObject({ allowed: false, refusal: { code: 'SIGNATURE_MISSING' } });
  });

  it('asks the heads at the report too, and lets nobody go round them by not punishing', () => {
    const run = waitingAt('CONCL');
    expect(code(run, 'approve-report', 'division-one', '2026-03-17')).toBe('SIGNATURE_MISSING');
    expect(code(run, 'propose-no-penalty', 'division-one', '2026-03-17', { ground: 'unproven' })).toBe('SIGNATURE_MISSING');
    sign(run, 'head-one', '2026-03-17');
    expect(code(run, 'approve-report', 'division-one', '2026-03-17')).toBe('ok');
  });

  it('needs an opinion, and offers the step by the name of the node to its holder only', () => {
    const run = waitingAt('FILING');
    expect(codeOf(run.step('sign-approval', { by: 'head-one', on: DAY }, {}, ' '))).toBe('FIELD_INVALID');
    const labels = (by: string) => nextSteps(run.file, contextOf(run.world, by, DAY)).filter((step) => step.allowed).map((step) => step.label);
    expect([labels('head-one'), labels('head-two'), labels('officer-1')]).toEqual([['审核签署：大队审核', '退回补充核查'], [], []]);
    expect(labels('leader-1')).toEqual(['退回补充核查', '提请会签']);
  });
});

describe('what an opinion was given on', () => {
  it('does not change under it: the case is sent back first, and contacts may still be mended', () => {
    const run = waitingAt('CONCL');
    const edit = (path: string, from: unknown, to: unknown) => run.try('case.edit', { changes: [{ path, from, to }] }, { by: O1, on: '2026-03-17' });
    const { facts } = run.file;
    expect(edit('facts', facts, `${facts}另查明。`).ok).toBe(true);
    sign(run, 'head-one', '2026-03-17');
    expect(edit('facts', run.file.facts, '改写。')).toMatchObject({ error: { code: 'FIELD_NOT_EDITABLE', message: '案件处于“调查终结审核”环节，已经有人签署意见或者批准，“违法事实”不能再修改。需要修改的，请先退回相应环节。' } });
    expect(edit('proposed.fineFen', run.file.proposed?.fineFen, 1_900_000)).toMatchObject({ error: { code: 'FIELD_NOT_EDITABLE' } });
    expect(edit('party.phone', run.file.party?.phone, '0512-00000009').ok).toBe(true);
    run.mustStep('return-report', { by: 'division-one', on: '2026-03-17' }, {}, '请补充。');
    expect(edit('facts', run.file.facts, '改写。').ok).toBe(true);
  });
});

describe('a person at a node', () => {
  it('belongs to its unit; 本级 means the unit and not its teams', () => {
    const run = waitingAt('FILING');
    expect(run.step('sign-approval', { by: 'head-two', on: DAY }, {}, '同意。')).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED', message: expect.stringContaining('“大队审核”由监察支队一大队的机构负责人办理') as string } });
    sign(run, 'head-one');
    expect(code(run, 'sign-approval', 'head-two')).toBe('ROLE_NOT_ALLOWED');
    const wide = waitingAt('FILING', LONG_ROUTE.map(({ unitOnly: _only, ...node }) => node));
    sign(wide, 'head-one');
    expect(code(wide, 'sign-approval', 'head-two')).toBe('ok');
  });

  it('signs one node of a round and no other, nor decides after signing', () => {
    const wide = LONG_ROUTE.map((node) => ({ ...node, unit: '', unitOnly: false }));
    const run = waitingAt('FILING', [...wide.slice(0, 2), { role: 'leader', title: '协管局领导', points: ['filing'] }, ...wide.slice(2)]);
    sign(run, 'head-one');
    expect(code(run, 'sign-approval', 'leader-1')).toBe('ok');
    expect(run.step('sign-approval', { by: 'head-one', on: DAY }, {}, '同意。')).toMatchObject({ error: { code: 'OFFICER_RECUSED', message: expect.stringContaining('您已经以“大队审核”的身份签署过意见') as string } });
    sign(run, 'division-one');
    expect(code(run, 'approve-filing', 'leader-1')).toBe('OFFICER_RECUSED');
    expect(code(run, 'approve-filing', 'leader-2')).toBe('ok');
  });

  it('investigated nothing of the case (行政处罚法第四十三条)', () => {
    const run = waitingAt('CONCL', LONG_ROUTE.map(({ unit: _unit, unitOnly: _only, ...node }) => node));
    run.must('case.advance', { event: 'assign', opinion: '改派。', data: { officerIds: ['officer-1', 'officer-3'], noRecusal: true } }, { by: 'division-one', on: '2026-03-17' });
    const involved = { ...run.file, officerIds: ['officer-1', 'head-two'] };
    expect(nextSteps(involved, contextOf(run.world, 'head-two', '2026-03-17')).find((step) => step.event === 'sign-approval')?.refusal).toMatchObject({ code: 'OFFICER_RECUSED', article: '行政处罚法第四十三条' });
  });

  it('does not review what he signed, nor decide what he reviewed (行政处罚法第五十七条、第五十八条)', () => {
    const reviewed: Route = [...LONG_ROUTE.slice(0, 3), { role: 'legal-reviewer', title: '法规处初审', points: ['review'] }, ...LONG_ROUTE.slice(3)];
    const run = waitingAt('LEGAL', reviewed);
    expect(code(run, 'sign-approval', 'reviewer-2', '2026-03-30')).toBe('REVIEWER_NOT_QUALIFIED');
    expect(code(run, 'pass-review', 'reviewer-1', '2026-03-30', { points: answers() })).toBe('SIGNATURE_MISSING');
    sign(run, 'reviewer-1', '2026-03-30');
    expect(code(run, 'pass-review', 'reviewer-1', '2026-03-30', { points: answers() })).toBe('OFFICER_RECUSED');
    expect(code(run, 'return-review-investigation', 'reviewer-1', '2026-03-30', { points: answers(false) })).toBe('ok');
  });
});

describe('a case sent back', () => {
  it('by an earlier node, with remarks, and straight back to it with the opinions before it standing', () => {
    const run = waitingAt('FILING');
    sign(run, 'head-one');
    run.must('case.advance', { event: 'return-filing', opinion: '请补充。', data: {}, remarks: [{ path: 'facts', text: '补充。' }] }, { by: 'division-one', on: DAY });
    expect(run.file).toMatchObject({ stage: 'VERIFY', returned: { byName: '亥支队', from: 'FILING' } });
    expect(run.file.approvals.at(-1)).toMatchObject({ node: '支队审核', remarks: [{ path: 'facts' }] });
    run.mustStep('resubmit', { by: O1, on: DAY }, {}, '已补充。');
    expect(chain(run)).toEqual(['大队审核 signed 庚大队', '支队审核 turn', '分管局领导 waiting']);
  });

  it('begins a new round by the ordinary way', () => {
    const run = waitingAt('FILING');
    sign(run, 'head-one');
    run.mustStep('return-filing', { by: 'leader-1', on: DAY });
    run.mustStep('propose-filing', { by: O1, on: DAY }, { conditions: { evidence: true, jurisdiction: true, limitation: true } });
    expect(chain(run)).toEqual(['大队审核 turn', '支队审核 waiting', '分管局领导 waiting']);
  });

  it('has no short way where nobody had signed, and none but to its own point', () => {
    const run = waitingAt('FILING');
    run.mustStep('return-filing', { by: 'head-one', on: DAY });
    expect(code(run, 'resubmit', O1)).toBe('STEP_NOT_ALLOWED');
    const notice = waitingAt('NOTICE_APPR', LONG_ROUTE.map((node) => (node.title === '支队审核' ? { ...node, points: ['report', 'notice'] } : node)));
    sign(notice, 'division-one', '2026-03-18');
    notice.mustStep('return-notice', { by: 'leader-1', on: '2026-03-18' });
    notice.mustStep('resubmit', { by: O1, on: '2026-03-19' }, {}, '已改。');
    expect(chain(notice)).toEqual(['支队审核 signed 亥支队', '分管局领导 turn']);
  });

  it('by the reviewer needs a new notice, signed anew', () => {
    const route = LONG_ROUTE.map((node): Route[number] => (node.title === '支队审核' ? { ...node, points: ['report', 'notice'] } : node));
    const run = waitingAt('NOTICE_APPR', route);
    sign(run, 'division-one', '2026-03-18');
    run.mustStep('approve-notice', { by: 'leader-1', on: '2026-03-18' });
    run.draft('document-gzs', 'GZS', { by: O1, on: '2026-03-18' });
    run.issue('document-gzs', { by: O1, on: '2026-03-19' });
    run.serve('document-gzs', { by: O1, on: '2026-03-19' });
    run.mustStep('close-defence', { by: O1, on: '2026-03-27' }, { noHearing: true });
    run.mustStep('return-review-investigation', { by: 'reviewer-1', on: '2026-03-30' }, { points: answers(false) });
    run.mustStep('resubmit', { by: O1, on: '2026-03-30' }, {}, '已改。');
    expect(chain(run)).toEqual(['支队审核 turn', '分管局领导 waiting']);
  });

  it('resumes at closing too', () => {
    const run = waitingAt('CLOSE_APPR');
    sign(run, 'head-one', '2026-04-10');
    run.mustStep('return-closing', { by: 'leader-1', on: '2026-04-10' });
    run.mustStep('resubmit', { by: O1, on: '2026-04-10' }, {}, '已补正。');
    expect(chain(run)).toEqual(['大队审核 signed 庚大队', '分管局领导 turn']);
    expect(code(run, 'approve-closing', 'leader-1', '2026-04-10')).toBe('ok');
  });
});

describe('standing in for somebody absent (AB 角)', () => {
  const delegation = { id: 'delegation-1', fromOfficerId: 'head-one', toOfficerId: 'head-two', role: 'unit-head', from: DAY, to: DAY, reason: '出差' } as const;

  it('counts the unit of the absent holder, also for one who heads another team', () => {
    const run = waitingAt('FILING', LONG_ROUTE, [delegation]);
    expect(code(run, 'sign-approval', 'head-two')).toBe('ok');
    expect(run.file.approvals.at(-1)).toMatchObject({ node: '大队审核', officerName: '戌二队', actingFor: '庚大队' });
    expect(code(waitingAt('FILING', LONG_ROUTE, [{ ...delegation, to: '2026-03-05', from: '2026-03-05' }]), 'sign-approval', 'head-two')).toBe('ROLE_NOT_ALLOWED');
  });

  it('lends nobody what the absent holder may not do himself, nor a second node', () => {
    const involved = waitingAt('FILING', LONG_ROUTE, [{ ...delegation, fromOfficerId: 'head-one' }]);
    const file = { ...involved.file, formerOfficerIds: ['head-one'] };
    expect(nextSteps(file, contextOf(involved.world, 'head-two', DAY)).find((step) => step.event === 'sign-approval')?.refusal).toMatchObject({ code: 'OFFICER_RECUSED', message: expect.stringContaining('您代行庚大队的职责') as string });
    const both = waitingAt('FILING', LONG_ROUTE, [{ ...delegation, toOfficerId: 'division-one' }]);
    expect(code(both, 'sign-approval', 'division-one')).toBe('ok');
    expect(code(both, 'sign-approval', 'division-one')).toBe('OFFICER_RECUSED');
    expect(code(both, 'sign-approval', 'division-two')).toBe('ok');
  });
});

describe('a route changed while a case is in hand', () => {
  it('asks the new nodes and passes over the signatures of those that are no more', () => {
    const run = waitingAt('FILING');
    sign(run, 'head-one');
    under(run, worldOf(LONG_ROUTE.map((node) => (node.title === '大队审核' ? { ...node, title: '中队审核' } : node))));
    expect(chain(run)).toEqual(['中队审核 turn', '支队审核 waiting', '分管局领导 waiting']);
    under(run, worldOf(LONG_ROUTE.filter((node) => node.title !== '支队审核')));
    expect(chain(run)).toEqual(['大队审核 signed 庚大队', '分管局领导 turn']);
    expect(code(run, 'approve-filing', 'leader-1')).toBe('ok');
  });

  it('touches no approval that was given already', () => {
    const run = walkTo('DEC_APPR');
    run.mustStep('approve-decision', { by: 'leader-1', on: '2026-03-31' });
    under(run, worldOf(LONG_ROUTE));
    expect(chain(run)).toEqual([]);
    run.draft('document-cfjd', 'CFJD', { by: O1, on: '2026-03-31' });
    run.issue('document-cfjd', { by: O1, on: '2026-04-01' });
    expect(run.file.stage).toBe('DECIDED');
  });
});

describe('the head of the bureau', () => {
  it('decides where the route says so, although he is no leader of a channel, and then the leader does not', () => {
    const run = waitingAt('FILING', [...LONG_ROUTE.slice(0, 4), { role: 'leader', title: '分管局领导', points: ['notice', 'decision', 'no-penalty', 'closing'] }, { role: 'bureau-head', title: '局长', points: ['filing'] }]);
    sign(run, 'head-one');
    sign(run, 'division-one');
    expect([code(run, 'approve-filing', 'leader-1'), code(run, 'request-countersign', 'only-bureau', DAY, { officerIds: ['leader-2'] }), code(run, 'countersign', 'leader-2', DAY, { agrees: 'yes' }), code(run, 'approve-filing', 'only-bureau')]).toEqual(['ROLE_NOT_ALLOWED', 'ok', 'ok', 'ok']);
  });
});
