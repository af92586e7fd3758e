import type { Stage } from '#shared/domain/procedure/stages.ts';
import type { Random } from '../random.ts';
import { type Line, LINE_KEYS, LINES } from './side-lines.ts';

/** Steps of a case's life, each some working days after the one before. */
const STEPS = {
  assign: [0, 2],
  propose: [2, 8],
  file: [0, 3],
  record: [1, 5],
  question: [1, 4],
  report: [1, 5],
  reviewReport: [0, 2],
  approveNotice: [0, 2],
  serveNotice: [0, 2],
  defend: [1, 4],
  endDefence: [6, 8],
  review: [1, 4],
  discuss: [1, 3],
  decide: [0, 2],
  issue: [0, 1],
  serve: [0, 4],
  pay: [1, 9],
  proposeClosing: [1, 4],
  close: [0, 5],
} as const satisfies Record<string, readonly [number, number]>;
type Step = keyof typeof STEPS;
const STEP_KEYS = Object.keys(STEPS) as readonly Step[];

/** The last step a case of a stage of the main line has taken. */
const LAST_STEP: Readonly<Partial<Record<Stage, Step | null>>> = {
  CLUE: null, VERIFY: 'assign', NOFILE: 'propose', FILING: 'propose', INVEST: 'question', SUSP: 'question', CONCL: 'report', NOTICE_APPR: 'reviewReport',
  NOTIFIED: 'serveNotice', DEFENCE: 'defend', LEGAL: 'endDefence', COLLECT: 'review', DEC_APPR: 'discuss', DECIDED: 'issue', SERVED: 'serve',
  CLOSE_APPR: 'proposeClosing', CLOSED: 'close',
};

/** Stages of cases under way, by how often they are met. */
const OPEN_STAGES: readonly Stage[] = [
  'CLUE', 'VERIFY', 'VERIFY', 'FILING', 'INVEST', 'INVEST', 'INVEST', 'SUSP', 'CONCL', 'NOTICE_APPR', 'NOTIFIED', 'NOTIFIED', 'DEFENCE',
  'LEGAL', 'COLLECT', 'DEC_APPR', 'DECIDED', 'SERVED', 'SERVED', 'CLOSE_APPR',
];

/** When a case begins and which stage it has reached today. Days are numbers of working days. */
export interface Plan {
  readonly seed: number;
  /** Where the main line ends, or is left for `line`. */
  readonly stage: Stage;
  /** The side line it has taken from there. */
  readonly line: Line | null;
  /** Days after the start on which each step of the side line is taken. */
  readonly side: readonly number[];
  readonly start: number;
  /** Days after the start on which each step is taken. */
  readonly at: Readonly<Record<Step, number>>;
  /** With every document and opinion; otherwise as an old case is entered from paper: what counts, in few lines. */
  readonly full: boolean;
}

export interface PlanOptions {
  readonly cases: number;
  readonly seedNumber: number;
  readonly openShare: number;
  /** Share of closed cases that are full. */
  readonly documentShare: number;
  /** Number of today's working day. */
  readonly today: number;
}

/** Every case's plan, oldest first, so that numbers are given in the order of the days. */
export function planCases(createRandom: (seed: number) => Random, options: PlanOptions): readonly Plan[] {
  const plans = Array.from({ length: options.cases }, (_, index) => planCase(createRandom, options.seedNumber * 1_000_003 + index * 7919, index, options));
  return plans.sort((one, other) => one.start - other.start || one.seed - other.seed);
}

function planCase(createRandom: (seed: number) => Random, seed: number, index: number, options: PlanOptions): Plan {
  const random = createRandom(seed);
  const chosen = SHOWN[index] ?? chooseStage(random, options.openShare);
  const line = chosen in LINES ? (chosen as Line) : null;
  const stage = line === null ? (chosen as Stage) : LINES[line].from;
  const { at, span: main } = layOut(random, stage);
  const side = line === null ? [] : layOutSide(random, line, main);
  const span = side.at(-1) ?? main;
  const ended = stage === 'CLOSED' || stage === 'NOFILE';
  const slack = ended ? random.between(0, Math.max(0, options.today - span - 1)) : random.between(0, 3);
  return { seed, stage, line, side, start: Math.max(0, options.today - span - slack), at, full: !ended || line !== null || random.chance(options.documentShare) };
}

/** What the first cases show, whatever the size: every open stage and every side line. */
const SHOWN: readonly (Stage | Line)[] = [...OPEN_STAGES, ...LINE_KEYS];
/** One case under way of seven is on a side line. */
const UNDER_WAY: readonly (Stage | Line)[] = [...OPEN_STAGES, ...OPEN_STAGES, ...OPEN_STAGES, ...OPEN_STAGES, ...LINE_KEYS];

function layOutSide(random: Random, line: Line, from: number): readonly number[] {
  let day = from;
  return LINES[line].days.map(([least, most]) => (day += random.between(least, most)));
}

function chooseStage(random: Random, openShare: number): Stage | Line {
  if (random.chance(openShare)) return random.pick(UNDER_WAY);
  return random.chance(0.06) ? 'NOFILE' : 'CLOSED';
}

/** The defence runs beside its term: both are counted from the service of the notice. */
function layOut(random: Random, stage: Stage): { readonly at: Plan['at']; readonly span: number } {
  const last = LAST_STEP[stage] ?? null;
  let day = 0;
  let span = 0;
  let reached = last === null;
  const at = STEP_KEYS.map((step): [Step, number] => {
    const [least, most] = STEPS[step];
    const when = day + random.between(least, most);
    if (step !== 'defend') day = when;
    if (!reached) span = when;
    if (step === last) reached = true;
    return [step, when];
  });
  return { at: Object.fromEntries(at) as Record<Step, number>, span };
}
