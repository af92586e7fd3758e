import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { startTestServer, type TestServer } from '#tests/helpers/server.ts';
import { startDesk, type Desk } from '#tests/helpers/worker.ts';

const PASSWORD = 'demo-2026-Suzhou';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await seed(server.db, { password: PASSWORD, cases: 300, seedNumber: 7 });
});
afterAll(() => server.close());

async function signedIn(loginName: string): Promise<Desk> {
  const desk = startDesk(server.url);
  await desk.must('session.signIn', { loginName, password: PASSWORD });
  await desk.settled();
  return desk;
}

describe('a desk on a real server', () => {
  it('pulls the whole scope, lists, finds and opens it', async () => {
    const desk = await signedIn('jc01');
    const page = await desk.must('case.list', { filter: {}, sort: 'registered', offset: 0, limit: 50 });
    expect(page.total).toBe(300);
    const first = page.items[0];
    expect(first).toBeDefined();
    const file = await desk.must('case.get', { caseId: first?.id ?? '' });
    expect(file.stage).toBe(first?.stage);
    const found = await desk.must('case.search', { text: file.cause.slice(0, 2), limit: 100 });
    expect(found.items.map((item) => item.id)).toContain(file.id);
    const workbench = await desk.must('workbench.get', {});
    expect(workbench.counts.open).toBeGreaterThan(0);
    await desk.close();
  });

  it('registers a case that another desk then sees', async () => {
    const one = await signedIn('jc01');
    const head = await signedIn('jchead');
    await one.submit('case.register', 'case-round-trip-1', {
      channel: 'JC', district: '320500', clue: { source: 'inspection', receivedOn: '2026-11-20', subject: '示例工地未领证施工', description: '巡查发现' }, cause: '未取得施工许可证擅自施工', violationId: null,
    });
    await one.settled();
    await head.settled();
    const seen = await head.must('case.get', { caseId: 'case-round-trip-1' });
    expect(seen).toMatchObject({ stage: 'CLUE', rev: 1 });
    expect(await one.must('outbox.list', {})).toEqual([]);
    const item = (await one.must('case.list', { filter: {}, sort: 'registered', offset: 0, limit: 200 })).items.find((each) => each.id === 'case-round-trip-1');
    expect(item?.pending).toBe(false);
    await Promise.all([one.close(), head.close()]);
  });
});
