import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT } from './steps.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs vitest projects with their output on the console and counts from its JSON report. */
export function runVitest(projects: readonly string[]): TestCount {
  const reportFile = path.join(ROOT, 'out', `vitest-${projects.join('-')}.json`);
  rmSync(reportFile, { force: true });
  const args = ['run', ...projects.map((name) => `--project=${name}`), '--reporter=minimal', '--reporter=json', `--outputFile.json=${reportFile}`];
  const result = spawnSync(path.join(ROOT, 'node_modules/.bin/vitest'), args, { cwd: ROOT, stdio: 'inherit' });
  try {
    const found = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
    // A suite that fails to load has no tests of its own but is a failure all the same.
    const failed = found.numFailedTests === 0 && (result.status !== 0 || !found.success) ? 1 : found.numFailedTests;
    return { passed: found.numPassedTests, failed, skipped: found.numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
