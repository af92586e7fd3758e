/** `npm run build`: the desktop, built for production. */
import { buildDesktop } from './build-desktop.ts';
import { report } from './steps.ts';

const outcome = await buildDesktop();
report(outcome);
process.exit(outcome.passed ? 0 : 1);
