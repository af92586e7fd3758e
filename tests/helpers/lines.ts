/** Cases on the side lines of the procedure, for tests: each begins where `walkTo` left it, on hand-picked days of 2026. */
import type { Result } from '#shared/contract/result.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { Applied } from '#shared/domain/case-file/apply.types.ts';
import { answers, type CaseRun, directService, startCase, walkTo } from './cases.ts';
import { PARTY, type World } from './world.ts';

const O1 = 'officer-1';

/** The code of a refusal; an accepted command reads `ok`. */
export function codeOf(result: Result<Applied>): ErrorCode | 'ok' {
  return result.ok ? 'ok' : result.error.code;
}

/** A document written, issued and, where asked, served on one day. */
export function paper(run: CaseRun, code: Parameters<CaseRun['draft']>[1], on: string, options: { readonly by?: string; readonly serve?: boolean; readonly values?: Record<string, unknown> } = {}): string {
  const id = `paper-${code}-${on}`;
  const act = { by: options.by ?? O1, on };
  run.draft(id, code, act, null, options.values ?? {});
  run.issue(id, act);
  if (options.serve === true) run.must('document.serve', { service: directService(id, on) }, { by: O1, on });
  return id;
}

/** What the walked line leaves out and the archive asks for, made up while the case is closed. */
export function supplyPapers(run: CaseRun, on: string): void {
  paper(run, 'LASP', on);
  paper(run, 'FZSH', on, { by: 'reviewer-1' });
  for (const id of ['document-gzs', 'document-cfjd']) {
    run.draft(`receipt-${id}`, 'SDHZ', { by: O1, on }, id);
    run.issue(`receipt-${id}`, { by: O1, on });
  }
}

/** A large case whose party asked for a hearing on 24 March; notified on 19 March, so in time. */
export function hearingRequested(world?: World): CaseRun {
  const run = walkTo('NOTIFIED', { size: 'large', ...(world === undefined ? {} : { world }) });
  run.mustStep('request-hearing', { by: O1, on: '2026-03-24' }, { requestedOn: '2026-03-24' });
  return run;
}

/** The hearing accepted, set for 10 April and its notice served on 27 March: the tenth working day (4–6 April are holidays). */
export function hearingNotified(world?: World): CaseRun {
  const run = hearingRequested(world);
  run.mustStep('accept-hearing', { by: 'leader-1', on: '2026-03-25' }, { hostId: 'host-one', recorderId: 'host-two' });
  run.mustStep('schedule-hearing', { by: 'host-one', on: '2026-03-26' }, { heldAt: '2026-04-10T09:30', place: '示例听证室', publicity: 'public' });
  paper(run, 'TZTZ', '2026-03-27', { by: 'host-one', serve: true });
  return run;
}

/** The hearing held on 10 April and reported on 13 April. */
export function hearingReported(advice: 'uphold' | 'reduce' | 'drop' | 'renotify' | 'reinvestigate' = 'uphold', world?: World): CaseRun {
  const run = hearingNotified(world);
  run.mustStep('record-hearing', { by: 'host-one', on: '2026-04-10' });
  paper(run, 'TZBL', '2026-04-10', { by: 'host-one' });
  run.mustStep('report-hearing', { by: 'host-one', on: '2026-04-13' }, { findings: '事实清楚。', advice, recordSigned: true }, '建议维持。');
  return run;
}

export const SUMMARY_DATA = {
  officerIds: [O1, 'officer-2'], noRecusal: true, clear: true, decidedAt: '2026-03-03T09:50', place: '示例工地', defenceHeard: '无。', collection: 'bank',
};

/** A clue with everything a penalty on the spot needs: a warning, or a fine in fen. */
export function summaryReady(fineFen = 200_000, world?: World): CaseRun {
  const run = startCase(world);
  const act = { by: O1, on: '2026-03-03' };
  run.evidence('evidence-photo', '现场照片', act);
  run.set('party', PARTY, act);
  run.set('actOn', '2026-03-03', act);
  run.set('violationId', 'Z39', act);
  run.set('facts', '当事人未按规定移交建设项目档案。', act);
  run.set('nature', '上述行为违反了有关规定。', act);
  run.set('discretion', { tier: null, baseFen: null, baseSource: '', factors: '初次违法', deviationReason: '' }, act);
  run.set('proposed', { kinds: [fineFen > 0 ? 'fine' : 'warning'], fineFen, confiscationFen: 0, otherItems: [] }, act);
  return run;
}

/** A penalty on the spot, decided and handed over on 3 March. */
export function summaryServed(world?: World): CaseRun {
  const run = summaryReady(200_000, world);
  run.mustStep('summary-penalty', { by: O1, on: '2026-03-03' }, SUMMARY_DATA);
  paper(run, 'DCCF', '2026-03-03', { serve: true });
  return run;
}

/** A small case served on 2 April 2026 and not paid: overdue since 20 April (the 17th is the fifteenth day), demanded on 9 October. */
export function demanded(world?: World): CaseRun {
  const run = walkTo('SERVED', world === undefined ? {} : { world });
  run.mustStep('mark-overdue', { by: O1, on: '2026-04-20' });
  run.mustStep('approve-demand', { by: 'leader-1', on: '2026-10-08' });
  paper(run, 'CGS', '2026-10-09', { serve: true });
  return run;
}

/** A small case whose officers propose not to punish it. */
export function unpunished(world?: World): CaseRun {
  const run = walkTo('CONCL', world === undefined ? {} : { world });
  run.mustStep('propose-no-penalty', { by: 'head-one', on: '2026-03-17' }, { ground: 'no-fault' });
  return run;
}

/** A small case notified on 19 March, defended and reviewed on the 20th: at the decision while its term runs to the 26th. */
export function decidedEarly(world?: World): CaseRun {
  const run = walkTo('NOTIFIED', world === undefined ? {} : { world });
  const act = { by: O1, on: '2026-03-20' };
  run.mustStep('record-defence', act, { receivedOn: '2026-03-20', content: '请求从轻。' });
  run.mustStep('review-defence', act, { adopted: 'no', reviewOpinion: '不成立。' });
  run.mustStep('pass-review', { by: 'reviewer-1', on: '2026-03-20' }, { points: answers() });
  return run;
}
