import path from 'node:path';
import { runProcess } from '../child.ts';
import { growProfile } from '../grow.ts';
import { LEADER, type Office, PASSWORD } from '../office.ts';
import type { CacheAnswer, CacheInput } from '../processes/cache.ts';
import type { Row, Section } from '../report.ts';

const TIMES = 5;

/** Search and list pages as pulled, and on five times as many cases. Answers the folder of the large profile. */
export async function measureCache(office: Office, profileDir: string): Promise<{ readonly sections: readonly Section[]; readonly largeProfileDir: string }> {
  const largeProfileDir = path.join(office.folder, 'desk-large');
  await growProfile({ from: profileDir, to: largeProfileDir, serverUrl: office.url, loginName: LEADER, password: PASSWORD, times: TIMES });
  const ask = (folder: string): Promise<CacheAnswer> =>
    runProcess<CacheAnswer>('cache', { serverUrl: office.url, profileDir: folder, loginName: LEADER, password: PASSWORD } satisfies CacheInput);
  const answers = [await ask(profileDir), await ask(largeProfileDir)];
  return { sections: answers.map(report), largeProfileDir };
}

function report(answer: CacheAnswer): Section {
  const page = (work: string, values: readonly number[]): Row => ({
    work: `list page of 50, ${work}`, unit: 'ms', values, judged: 'p95', target: { kind: 'at most', value: 100 },
    floor: { what: '50 rows by primary key, from any place', values: answer.plainPages },
  });
  return {
    title: `Search and lists in the worker, ${answer.cases.toLocaleString('en-US')} cases`,
    rows: [
      ...answer.words.flatMap(({ characters, product, match, like }): Row[] => [
        {
          work: `search, ${String(characters)} characters, first 50 hits`, unit: 'ms', values: product, judged: 'p95', target: { kind: 'at most', value: 1 },
          floor: { what: 'the bare full-text match on the same index, first 50 row ids', values: match },
        },
        { work: `  peer: LIKE '%…%' over the same text, ${String(characters)} characters`, unit: 'ms', values: like, judged: 'p95' },
      ]),
      page('any order', answer.lists.first),
      page('filtered', answer.lists.filtered),
      page('any depth', answer.lists.deep),
      page('of a search', answer.lists.searched),
      { work: 'workbench', unit: 'ms', values: answer.workbench },
    ],
  };
}
