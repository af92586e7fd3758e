import { PAINTED } from '../devtools.ts';
import type { StartedElectron } from '../electron.ts';
import { memoryOfTree } from '../machine.ts';
import type { Section } from '../report.ts';

const PAGES = 20;
const CASES = 10;
/** Nobody touches the desktop for so long: it is idle. */
const REST_MS = 15_000;

/** What stands in the list: which cases, of how many. */
const SHOWN = `[document.querySelector('[data-testid=case-list-total]')?.textContent, ...[...document.querySelectorAll('[data-testid=case-row]')].map((row) => row.dataset.caseId)].join()`;
const OTHER_ROWS = `() => document.querySelector('[data-testid=case-row]') !== null && document.querySelector('[data-testid=case-row-waiting]') === null && ${SHOWN} !== before`;

/** Click to painted, in the window itself, on a large cache. */
export async function measureScreens({ page, pid }: StartedElectron): Promise<Section> {
  const cases = await page.evaluate<number>(`window.desk.call('sync.state', {}).then((state) => state.value.cases)`);
  await page.evaluate(`(async () => { const before = ''; location.hash = '#/cases'; await (${PAINTED})(${OTHER_ROWS}); })()`);
  const lists: number[] = [];
  for (let run = 0; run < PAGES; run += 1) lists.push(await page.evaluate<number>(show(VIEWS[run % VIEWS.length] ?? '')));
  const opened: number[] = [];
  for (let run = 0; run < CASES; run += 1) opened.push(await page.evaluate<number>(openCase(run)));
  const atWork = memoryOfTree(pid);
  await page.evaluate(`(async () => { location.hash = '#/cases/' + document.querySelector('[data-testid=case-row]').dataset.caseId; await new Promise((done) => setTimeout(done, ${String(REST_MS)})); })()`);
  return {
    title: `Screens of the real desktop, ${cases.toLocaleString('en-US')} cases cached`,
    rows: [
      { work: 'another list (order, filter, words): address changed → painted', unit: 'ms', values: lists, judged: 'p95', target: { kind: 'at most', value: 100 } },
      { work: 'a case opened from the list: click → painted', unit: 'ms', values: opened, judged: 'p95', target: { kind: 'at most', value: 200 } },
      { work: '  memory over all processes, right after these cases (proportional)', unit: 'MB', values: [atWork] },
      { work: 'memory over all processes, idle for 15 s with a case open (proportional)', unit: 'MB', values: [memoryOfTree(pid)], target: { kind: 'at most', value: 350 } },
    ],
  };
}

/** Each shows other cases than the one before it. */
const VIEWS = ['sort=registered', 'sort=due', 'sort=updated', 'deadline=open&channel=FDC', 'sort=registered&channel=JC', 'sort=due&district=320506', 'sort=updated&stages=CLOSED', 'text=%E5%B7%A5%E7%A8%8B&sort=due'];

function show(query: string): string {
  return `(async () => {
    const before = ${SHOWN};
    const asked = performance.timeOrigin + performance.now();
    location.hash = ${JSON.stringify(`#/cases?${query}`)};
    return await (${PAINTED})(${OTHER_ROWS}) - asked;
  })()`;
}

function openCase(index: number): string {
  return `(async () => {
    const rows = [...document.querySelectorAll('[data-testid=case-row]')];
    const row = rows[${String(index)} % rows.length];
    const asked = performance.timeOrigin + performance.now();
    location.hash = '#/cases/' + row.dataset.caseId;
    const painted = await (${PAINTED})(() => document.querySelector('[data-testid=case-page] [data-testid=stage-rail]') !== null && location.hash.endsWith(row.dataset.caseId));
    history.back();
    await (${PAINTED})(() => document.querySelector('[data-testid=case-row]') !== null);
    return painted - asked;
  })()`;
}
