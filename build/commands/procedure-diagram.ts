/** `npm run docs:procedure`: writes docs/procedure.md from the table of the procedure. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { procedureDocument } from '../procedure-document.ts';
import { ROOT } from './steps.ts';

const file = path.join(ROOT, 'docs/procedure.md');
writeFileSync(file, procedureDocument());
console.log(`Wrote ${path.relative(ROOT, file)}`);
