import { describe, expect, it } from 'vitest';
import { DOCUMENT_CODES } from '#shared/domain/document/document-file.ts';
import { ACTOR_LABELS } from '#shared/domain/procedure/actors.ts';
import { EVENT_KEYS } from '#shared/domain/procedure/events.ts';
import { GUARDS } from '#shared/domain/procedure/guards/index.ts';
import { nextSteps, stepsAmong } from '#shared/domain/procedure/next-steps.ts';
import { RAIL, STAGE_KEYS, type Stage } from '#shared/domain/procedure/stages.ts';
import { TRANSITIONS, transitionOf } from '#shared/domain/procedure/table.ts';
import { possibleStages } from '#shared/domain/procedure/targets.ts';
import { contextOf, createWorld, walkTo } from '#tests/helpers/cases.ts';

const world = createWorld();

function steps(stage: Stage, by: string, on: string): string[] {
  return nextSteps(walkTo(stage).file, contextOf(world, by, on)).map((step) => `${step.event}${step.allowed ? '' : ` ✗${step.refusal?.code}`}`);
}

describe('steps among some events', () => {
  it.each([['CLUE', 'head-one', '2026-03-03'], ['FILING', 'leader-1', '2026-03-06'], ['LEGAL', 'reviewer-1', '2026-03-30']] as const)('are judged as all steps are, and in the same order: %s', (stage, by, on) => {
    const { file } = walkTo(stage);
    const all = nextSteps(file, contextOf(world, by, on));
    const events = all.map(({ event }) => event).filter((_event, index) => index % 2 === 0);
    expect(events.length).toBeGreaterThan(0);
    expect(stepsAmong(file, contextOf(world, by, on), events)).toEqual(all.filter(({ event }) => events.includes(event)));
  });
});

describe('the procedure table', () => {
  it('uses every event, and no stage of the rail is a dead end or out of reach', () => {
    expect(EVENT_KEYS.filter((event) => !TRANSITIONS.some((transition) => transition.event === event))).toEqual([]);
    expect(RAIL.filter((stage) => stage !== 'CLOSED' && !TRANSITIONS.some((transition) => transition.from.includes(stage)) && stage !== 'DECIDED')).toEqual([]);
  });

  it('lets every stage but the last be left, and reaches each', () => {
    const left = new Set(TRANSITIONS.filter((transition) => transition.to !== 'stay').flatMap((transition) => transition.from));
    expect(STAGE_KEYS.filter((stage) => !left.has(stage))).toEqual(['NOFILE']);
    const reached = new Set<Stage>(['CLUE', ...TRANSITIONS.flatMap((transition) => possibleStages(transition.to))]);
    // Papers open the other two: the notice served, the decision served.
    expect(STAGE_KEYS.filter((stage) => !reached.has(stage))).toEqual([]);
  });

  it('names only actors, guards and papers there are', () => {
    for (const transition of TRANSITIONS) {
      expect(transition.guards.every((guard) => typeof GUARDS[guard] === 'function'), transition.event).toBe(true);
      expect(transition.actors.every((actor) => ACTOR_LABELS[actor] !== ''), transition.event).toBe(true);
      expect(transition.document === undefined || DOCUMENT_CODES.includes(transition.document), transition.event).toBe(true);
    }
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
    expect(steps('CLUE', 'head-one', '2026-03-03')).toEqual(['assign', 'summary-penalty ✗FILING_CONDITIONS_UNMET']);
    expect(steps('FILING', 'leader-1', '2026-03-06')).toEqual(['approve-filing', 'return-filing', 'refuse-filing', 'request-countersign']);
    expect(steps('LEGAL', 'reviewer-1', '2026-03-30')).toEqual(['pass-review', 'record-defence ✗ROLE_NOT_ALLOWED', 'request-hearing ✗ROLE_NOT_ALLOWED', 'return-review-investigation', 'return-review-notice']);
    expect(steps('LEGAL', 'admin-one', '2026-03-30')).toEqual([]);
    expect(steps('FILING', 'officer-fdc-1', '2026-03-06')).toEqual([]);
    expect(steps('CLOSED', 'leader-1', '2026-05-06')).toEqual(['change-decision']);
    expect(steps('CLOSED', 'archivist', '2026-05-06')).toEqual(['archive ✗VOLUME_INCOMPLETE']);
    expect(steps('CLOSED', 'officer-3', '2026-05-06')).toEqual([]);
  });

  it('shows what is not yet possible with its reason', () => {
    expect(steps('NOTIFIED', 'officer-1', '2026-03-26')).toEqual(['record-defence', 'waive-defence', 'close-defence ✗DEFENCE_TERM_RUNNING', 'renotify', 'start-exclusion', 'report-crime', 'request-hearing']);
    expect(steps('NOTIFIED', 'officer-1', '2026-03-27')).toEqual(['record-defence', 'waive-defence', 'close-defence', 'renotify', 'start-exclusion', 'report-crime', 'request-hearing']);
    expect(steps('INVEST', 'officer-1', '2026-03-09')).toEqual(['submit-report ✗RECORD_UNSIGNED', 'start-exclusion', 'propose-measure', 'report-crime']);
    expect(steps('INVEST', 'officer-3', '2026-03-09')).toEqual(['submit-report ✗ROLE_NOT_ALLOWED']);
    expect(steps('LEGAL', 'reviewer-2', '2026-03-30')[0]).toBe('pass-review ✗REVIEWER_NOT_QUALIFIED');
    expect(steps('DEC_APPR', 'leader-1', '2026-06-05')).toEqual(['approve-decision ✗CASE_TERM_EXPIRED', 'record-defence', 'return-decision', 'renotify', 'propose-no-penalty', 'extend-case ✗CASE_TERM_EXPIRED', 'request-countersign']);
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
    expect(transitionOf('HEAR', 'report-hearing')?.actors).toEqual(['hearing-host']);
  });
});
