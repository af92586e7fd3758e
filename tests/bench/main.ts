/**
 * `npm run bench`: the product's own code beside its floor, in one run; every value goes to out/bench.json.
 * A part of it: `npm run bench -- --only documents,server`; another size: `--cases 2000`.
 */
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildDesktop } from '#build/commands/build-desktop.ts';
import { ensureServer } from '#build/server-bundle.ts';
import { load, machineFacts } from './machine.ts';
import { type Office, openOffice } from './office.ts';
import { printSection, type Section, writeReport } from './report.ts';
import { measureCache } from './sections/cache.ts';
import { measureDesktop } from './sections/desktop.ts';
import { measureDocuments } from './sections/documents.ts';
import { measureDraw } from './sections/draw.ts';
import { measureExchange } from './sections/exchange.ts';
import { measureImport } from './sections/import.ts';
import { measurePull } from './sections/pull.ts';
import { measureServer } from './sections/server.ts';
import { measureStatistics } from './sections/statistics.ts';
import { measureVolume } from './sections/volume.ts';

const OUT = path.resolve(import.meta.dirname, '../../out/bench.json');
/** One-minute load average from which others take their share of two cores. */
const BUSY = 1;
const PARTS = ['pull', 'cache', 'documents', 'volume', 'desktop', 'exchange', 'server', 'statistics', 'import', 'draw'] as const;
type Part = (typeof PARTS)[number];
/** Parts that need no desktop with a full cache. */
const ALONE: readonly Part[] = ['documents', 'volume', 'server', 'statistics', 'import', 'draw'];

interface Options {
  readonly parts: readonly Part[];
  readonly cases: number;
  /** The desktop in out/app is to be measured as it is. */
  readonly built: boolean;
}

function options(): Options {
  const { values } = parseArgs({ options: { only: { type: 'string' }, cases: { type: 'string', default: '20000' }, built: { type: 'boolean', default: false } } });
  const named = values.only?.split(',');
  return { parts: PARTS.filter((part) => named?.includes(part) ?? true), cases: Number(values.cases), built: values.built };
}

async function measure(office: Office, parts: readonly Part[], keep: (section: Section) => void): Promise<void> {
  const wants = (part: Part): boolean => parts.includes(part);
  const pull = parts.some((part) => !ALONE.includes(part)) ? await measurePull(office) : null;
  if (pull !== null) keep(pull.section);
  const cache = pull !== null && wants('cache') ? await measureCache(office, pull.profileDir) : null;
  cache?.sections.forEach(keep);
  if (wants('documents')) keep(await measureDocuments(office));
  if (wants('volume')) keep(await measureVolume());
  if (pull !== null && wants('desktop')) (await measureDesktop(office, { profileDir: pull.profileDir, largeProfileDir: cache?.largeProfileDir ?? null })).forEach(keep);
  // The last two add cases to the server.
  if (pull !== null && wants('exchange')) keep(await measureExchange(office, pull.profileDir));
  if (wants('server')) keep(await measureServer(office));
  if (wants('draw')) keep(await measureDraw(office));
  if (wants('import')) keep(await measureImport(office));
  if (wants('statistics')) keep(await measureStatistics(office));
}

async function build(): Promise<void> {
  const { passed, output } = await buildDesktop();
  if (!passed) throw new Error(output);
}

async function main(): Promise<void> {
  const { parts, cases, built } = options();
  const started = performance.now();
  await ensureServer();
  if (parts.includes('desktop') && !built) await build();
  const loadBefore = load();
  const busy = os.loadavg()[0]! > BUSY;
  const office = await openOffice(cases);
  const sections: Section[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void office.close().finally(() => process.exit(1)));
  try {
    const facts = { ...(await machineFacts(office.folder)), postgresql: office.postgres, cases: String(cases), loadBefore, busy: String(busy) };
    console.log(Object.entries(facts).map(([name, value]) => `${name.padEnd(12)} ${value}`).join('\n'));
    await measure(office, parts, (section) => {
      printSection(section);
      sections.push(section);
    });
    const ending = { loadAfter: load(), seconds: Math.round((performance.now() - started) / 1000) };
    const { passed, missed } = writeReport(OUT, { ...facts, ...ending }, sections);
    console.log(`\n${String(passed)} targets met, ${String(missed)} missed; ${String(ending.seconds)} s; load ${loadBefore} before, ${ending.loadAfter} after; ${path.relative(process.cwd(), OUT)}`);
    if (busy) console.log('The machine was busy with other work when this began: these figures are not to be quoted.');
  } finally {
    await office.close();
  }
}

await main();
