import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Approval, CaseFile } from '#shared/domain/case-file/case-file.ts';
import { APPROVAL_POINT_KEYS, APPROVAL_POINTS, type ApprovalPointKey } from '#shared/domain/procedure/approval-points.ts';
import { addCalendarDays, shanghaiDay } from '#shared/domain/time-limit/days.ts';
import { LONG_ROUTE, worldOf } from '#tests/helpers/route.ts';
import { brokenBy } from './invariants.ts';
import { move, START, startIn, tryMove } from './moves.ts';

const world = worldOf(LONG_ROUTE);
/** Another route some day: a node more, one renamed, one gone from the report. */
const CHANGED = worldOf([
  ...LONG_ROUTE.slice(0, 1), { role: 'unit-head', title: '中队审核', points: ['filing', 'decision'] },
  ...LONG_ROUTE.slice(2),
]);

/** The opinions that a decision rests on, found again from the approvals alone: all after the case came, but for mending on a return of this very stage. */
function opinionsBefore(approvals: readonly Approval[], key: ApprovalPointKey): readonly Approval[] {
  const { stage } = APPROVAL_POINTS[key];
  const found: Approval[] = [];
  let mending = false;
  for (const approval of approvals) {
    if (approval.from === stage && approval.to !== stage) mending = (APPROVAL_POINTS[key].returns as readonly string[]).includes(approval.event);
    else if (approval.to === stage && approval.from !== stage && !(mending && approval.event === 'resubmit')) found.length = 0;
    else if (approval.event === 'sign-approval' && approval.from === stage) found.push(approval);
  }
  return found;
}

/** Faults of the decision just taken at a point, if one was. */
function decisionFaults(was: CaseFile, file: CaseFile, route: typeof LONG_ROUTE): string[] {
  const last = file.approvals.at(-1);
  const key = APPROVAL_POINT_KEYS.find((each) => APPROVAL_POINTS[each].stage === was.stage && (APPROVAL_POINTS[each].decides as readonly string[]).includes(last?.event ?? ''));
  if (file.approvals.length === was.approvals.length || last === undefined || key === undefined) return [];
  const asked = route.filter((node) => node.points?.includes(key) === true).slice(0, -1);
  const opinions = opinionsBefore(was.approvals, key);
  const given = asked.map((node) => opinions.findLast((each) => each.node === node.title));
  const missing = asked.filter((_node, at) => given[at] === undefined).map((node) => `${key}: ${node.title} never signed`);
  const people = [...given.map((each) => each?.officerId), last.officerId];
  const faults = new Set(people).size === people.length ? missing : [...missing, `${key}: one person twice`];
  const hands = new Set([...file.officerIds, ...(file.formerOfficerIds ?? [])]);
  return people.some((id) => hands.has(id ?? '')) ? [...faults, `${key}: signed by an officer of the case`] : faults;
}

describe('no sequence of commands', () => {
  it('reaches a decision without every node of the route in force having signed, each by a person of his own', { timeout: 60_000 }, () => {
    const decided = new Map<string, number>();
    fc.assert(
      fc.property(fc.constantFrom(...START), fc.array(move, { minLength: 5, maxLength: 45 }), fc.nat({ max: 60 }), (stage, moves, changeAt) => {
        const run = startIn(stage, 'small');
        let today = shanghaiDay(run.file.timeline.at(-1)?.at ?? '');
        for (const [at, next] of moves.entries()) {
          const now = at >= changeAt ? CHANGED : world;
          Reflect.set(run, 'world', now);
          today = addCalendarDays(today, next.days);
          const was = run.file;
          if (today > '2026-12-20') return;
          tryMove(run, next, today);
          const { file } = run;
          if (file === was) continue;
          const channel = now.settings.channels?.find(({ key }) => key === 'JC');
          expect(decisionFaults(was, file, channel?.route ?? [])).toEqual([]);
          expect(brokenBy({ was, file, today, calendar: now.calendar })).toEqual([]);
          const last = file.approvals.at(-1);
          if (file.approvals.length > was.approvals.length && last?.event.startsWith('approve-') === true && was.approvals.at(-1)?.event === 'sign-approval') decided.set(last.event, (decided.get(last.event) ?? 0) + 1);
        }
      }),
      { numRuns: 1200 },
    );
    // A search that never decides on signed opinions would prove nothing.
    for (const event of ['approve-report', 'approve-decision', 'approve-closing']) expect(decided.get(event), event).toBeGreaterThan(10);
    expect(decided.get('approve-filing') ?? 0).toBeGreaterThan(0);
  });
});
