import { spawn } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.dirname(path.dirname(import.meta.dirname));

export interface StepOutcome {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Runs a tool of node_modules/.bin and keeps its output for the case that it fails. */
export function runStep(name: string, bin: string, args: readonly string[]): Promise<StepOutcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(path.join(ROOT, 'node_modules/.bin', bin), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.on('close', (code) => { resolve({ name, passed: code === 0, seconds: (performance.now() - started) / 1000, output }); });
  });
}

export function report(step: StepOutcome): void {
  console.log(`${step.passed ? '✔' : '✘'} ${step.name} (${step.seconds.toFixed(1)} s)`);
  if (!step.passed) console.log(step.output);
}

/** The compiler of TypeScript 7, beside `.bin`, where TypeScript 6 may stand as `tsc`: Vue's files need that one (decision 0012). */
const TSC = '../typescript-7/bin/tsc';
const TYPE_PROJECTS = ['shared', 'api-server', 'electron', 'electron/preload', 'build', 'tests'] as const;

/** Types, lint and unused code, two at a time (the machines have two cores). */
export async function staticSteps(): Promise<StepOutcome[]> {
  const jobs: (() => Promise<StepOutcome>)[] = [
    () => runStep('lint', 'eslint', ['.', '--max-warnings=0', '--cache', '--cache-location', 'node_modules/.cache/eslint/']),
    () => runStep('types renderer', 'vue-tsc', ['-p', 'renderer']),
    ...TYPE_PROJECTS.map((project) => () => runStep(`types ${project}`, TSC, ['-p', project])),
    () => runStep('unused code', 'knip', ['--no-progress']),
  ];
  const outcomes: StepOutcome[] = [];
  const next = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const outcome = await job();
      report(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all([next(), next()]);
  return outcomes;
}
