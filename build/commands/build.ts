/** `npm run build`: the desktop and the API server, built for production. */
import { buildServer } from '../server-bundle.ts';
import { buildDesktop } from './build-desktop.ts';
import { report } from './steps.ts';

const outcomes = [await buildDesktop(), await buildServer()];
outcomes.forEach(report);
process.exit(outcomes.every(({ passed }) => passed) ? 0 : 1);
