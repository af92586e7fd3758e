/** A first sign-in on a new machine: the real worker fills an empty encrypted cache. */
import { STRONG_KEY_COST } from '#worker/options.ts';
import { eventually, startDesk } from '#tests/helpers/worker.ts';
import { instant } from '../measure.ts';
import { answer, input } from './process.ts';

export interface PullInput {
  readonly serverUrl: string;
  readonly profileDir: string;
  readonly loginName: string;
  readonly password: string;
}

export interface PullAnswer {
  /** From the start of the sync to its end. */
  readonly milliseconds: number;
  /** From the start of the sync until the list answers with cases. */
  readonly firstCases: number;
  /** From the end of the pull until everything can be found by its text from the index. */
  readonly indexing: number;
  readonly cases: number;
}

const { serverUrl, profileDir, loginName, password } = input<PullInput>();
const desk = startDesk(serverUrl, { profileDir, keyCost: STRONG_KEY_COST, intervalMs: 3_600_000, requestTimeoutMs: 20_000 });
let [started, firstCases, ended] = [0, 0, 0];

// The engine starts in the same turn in which the sign-in is announced.
const ends = [
  desk.worker.on('session.changed', () => { started = instant(); }),
  desk.worker.on('records.changed', ({ caseIds }) => { if (caseIds.length > 0 && firstCases === 0) void lookAtList(); }),
  desk.worker.on('sync.changed', ({ phase, lastSyncAt }) => { if (phase === 'idle' && lastSyncAt !== null && ended === 0) ended = instant(); }),
];

async function lookAtList(): Promise<void> {
  const page = await desk.must('case.list', { filter: {}, sort: 'registered', offset: 0, limit: 20 });
  if (page.items.length > 0) firstCases = instant();
}

await desk.must('session.signIn', { loginName, password });
await eventually(() => ended > 0, 120_000);
const { cases } = await desk.must('sync.state', {});
await eventually(async () => (await desk.must('sync.state', {})).unindexed === 0, 120_000);
const indexed = instant();
for (const end of ends) end();
await desk.close();
await answer({ milliseconds: ended - started, firstCases: firstCases - started, indexing: indexed - ended, cases } satisfies PullAnswer);
