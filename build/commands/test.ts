/** `npm test`: everything, ending with one line `N passed, N failed`. */
import { buildDesktop } from './build-desktop.ts';
import { type StepOutcome, report, staticSteps } from './steps.ts';
import { runVitest } from './vitest.ts';

async function build(): Promise<StepOutcome> {
  const outcome = await buildDesktop();
  report(outcome);
  return outcome;
}

const steps = [...(await staticSteps()), await build()];
const suites = [runVitest(['unit', 'slow']), runVitest(['integration']), runVitest(['e2e'])];
const passed = steps.filter((step) => step.passed).length + suites.reduce((sum, suite) => sum + suite.passed, 0);
const failed = steps.filter((step) => !step.passed).length + suites.reduce((sum, suite) => sum + suite.failed, 0);
const skipped = suites.reduce((sum, suite) => sum + suite.skipped, 0);
console.log(skipped === 0 ? `${passed} passed, ${failed} failed` : `${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
