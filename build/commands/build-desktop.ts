import { runStep, type StepOutcome } from './steps.ts';

/** Builds main, preload, worker and renderer for production into out/app. */
export function buildDesktop(): Promise<StepOutcome> {
  return runStep('build desktop', 'electron-vite', ['build', '--config', 'build/electron.vite.config.ts']);
}
