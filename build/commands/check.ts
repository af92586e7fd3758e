/** `npm run check`: the quick part of the tests. */
import { staticSteps } from './steps.ts';
import { runVitest } from './vitest.ts';

const steps = await staticSteps();
const unit = runVitest(['unit']);
const failed = steps.filter((step) => !step.passed).length + unit.failed;
console.log(`${steps.length - (failed - unit.failed) + unit.passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
