/** `npm run bench`: the product's own code beside its floor, in one run. `npm run bench -- --only pull,search` for a part. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { load, machineFacts } from './machine.ts';
import { openOffice } from './office.ts';
import { printSection, type Section, writeReport } from './report.ts';
import { measurePull } from './sections/pull.ts';

const OUT = path.resolve(import.meta.dirname, '../../out/bench.json');

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, cases: { type: 'string', default: '20000' } } });
  const wanted = values.only?.split(',');
  const sections: Section[] = [];
  const office = await openOffice(Number(values.cases));
  const keep = (section: Section): void => {
    printSection(section);
    sections.push(section);
  };
  try {
    const facts = { ...(await machineFacts(office.folder)), postgresql: office.postgres, loadBefore: load() };
    console.log(Object.entries(facts).map(([name, value]) => `${name}: ${value}`).join('\n'));
    const pull = await measurePull(office);
    keep(pull.section);
    void wanted;
    writeReport(OUT, facts, sections);
  } finally {
    await office.close();
  }
}

await main();
