import { describe, expect, it } from 'vitest';
import { EVENT_KEYS } from '#shared/domain/procedure/events.ts';
import { nextSteps } from '#shared/domain/procedure/next-steps.ts';
import { RAIL, type Stage } from '#shared/domain/procedure/stages.ts';
import { TRANSITIONS, transitionOf } from '#shared/domain/procedure/table.ts';
import { contextOf, createWorld, walkTo } from '#tests/helpers/cases.ts';

const world = createWorld();

function steps(stage: Stage, by: string, on: string): string[] {
  return nextSteps(walkTo(stage).file, contextOf(world, by, on)).map((step) => `${step.event}${step.allowed ? '' : ` ✗${step.refusal?.code}`}`);
}

describe('the procedure table', () => {
  it('uses every event, and no stage of the rail is a dead end or out of reach', () => {
    expect(EVENT_KEYS.filter((event) => !TRANSITIONS.some((transition) => transition.event === event))).toEqual([]);
    expect(RAIL.filter((stage) => stage !== 'CLOSED' && !TRANSITIONS.some((transition) => transition.from.includes(stage)) && stage !== 'DECIDED')).toEqual([]);
  });

  it('has one transition for an event in a stage', () => {
    const pairs = TRANSITIONS.flatMap((transition) => transition.from.map((stage) => `${transition.event} ${stage}`));
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('asks for an opinion on every step back', () => {
    expect(TRANSITIONS.filter((transition) => transition.returns === true && transition.opinion !== 'required')).toEqual([]);
  });
});

describe('nextSteps', () => {
  it('offers each person the steps of his office and office alone', () => {
    expect(steps('CLUE', 'head-one', '2026-03-03')).toEqual(['assign']);
    expect(steps('FILING', 'leader-1', '2026-03-06')).toEqual(['approve-filing', 'return-filing', 'refuse-filing']);
    expect(steps('LEGAL', 'reviewer-1', '2026-03-30')).toEqual(['pass-review', 'return-review-investigation', 'return-review-notice', 'record-defence ✗ROLE_NOT_ALLOWED']);
    expect(steps('LEGAL', 'admin-one', '2026-03-30')).toEqual([]);
    expect(steps('FILING', 'officer-fdc-1', '2026-03-06')).toEqual([]);
    expect(steps('CLOSED', 'leader-1', '2026-05-06')).toEqual([]);
  });

  it('shows what is not yet possible with its reason', () => {
    expect(steps('NOTIFIED', 'officer-1', '2026-03-26')).toEqual(['record-defence', 'waive-defence', 'close-defence ✗DEFENCE_TERM_RUNNING', 'renotify']);
    expect(steps('NOTIFIED', 'officer-1', '2026-03-27')).toEqual(['record-defence', 'waive-defence', 'close-defence', 'renotify']);
    expect(steps('INVEST', 'officer-1', '2026-03-09')).toEqual(['submit-report ✗RECORD_UNSIGNED']);
    expect(steps('INVEST', 'officer-3', '2026-03-09')).toEqual(['submit-report ✗ROLE_NOT_ALLOWED']);
    expect(steps('LEGAL', 'reviewer-2', '2026-03-30')[0]).toBe('pass-review ✗REVIEWER_NOT_QUALIFIED');
    expect(steps('DEC_APPR', 'leader-1', '2026-06-05')).toEqual(['approve-decision ✗CASE_TERM_EXPIRED', 'return-decision', 'renotify', 'record-defence', 'extend-case ✗CASE_TERM_EXPIRED']);
  });

  it('carries fields, opinion and article for the panel', () => {
    const step = nextSteps(walkTo('LEGAL').file, contextOf(world, 'reviewer-1', '2026-03-30'))[0];
    expect(step).toMatchObject({ event: 'pass-review', label: '审核通过', opinion: 'required', returns: false, article: '行政处罚法第五十八条' });
    expect(step?.fields.map((field) => [field.key, field.kind, Object.keys(field.choices ?? {}).length])).toEqual([['points', 'answers', 8]]);
  });

  it('names the transition of a stage', () => {
    expect(transitionOf('CLUE', 'assign')?.to).toBe('VERIFY');
    expect(transitionOf('INVEST', 'assign')?.to).toBe('stay');
    expect(transitionOf('CLOSED', 'assign')).toBeUndefined();
  });
});
