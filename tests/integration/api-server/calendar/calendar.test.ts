import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSession } from '../../../helpers/server.ts';

let server: TestServer;
let city: TestSession;
let district: TestSession;
let officer: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = () => new Date('2026-11-23T02:00:00.000Z');
  await seed(server.db, { password: TEST_PASSWORD, cases: 120, seedNumber: 5, today: '2026-11-20' });
  await server.addOfficer({ loginName: 'cal-admin', roles: ['admin'], channel: null });
  await server.addOfficer({ loginName: 'wz-cal-admin', roles: ['admin'], channel: null, district: '320506' });
  await server.addOfficer({ loginName: 'cal-officer' });
  city = await server.signIn('cal-admin');
  district = await server.signIn('wz-cal-admin');
  officer = await server.signIn('cal-officer');
});
afterAll(() => server.close());

/** An invented notice of 2027. */
const NOTICE = [
  'date,type,name', '2027-01-01,holiday,元旦',
  ...['05', '06', '07', '08', '09', '10', '11'].map((day) => `2027-02-${day},holiday,春节`), '2027-02-20,workday,春节',
  '2027-04-05,holiday,清明节', ...['01', '02', '03'].map((day) => `2027-05-${day},holiday,劳动节`), ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2027-10-${day},holiday,国庆节`),
].join('\n');

async function audited(): Promise<readonly { readonly object_id: string | null; readonly outcome: string }[]> {
  return await server.db.selectFrom('audit_log').select(['object_id', 'outcome']).where('action', '=', 'calendar.publish').orderBy('id').execute();
}

test('lists the maintained years and warns that they run out: 28 working days are left after 23 November 2026', async () => {
  const listed = await city.call('calendarYears', {});
  if (!listed.ok) throw new Error(listed.error.message);
  expect(listed.value.years.map(({ year, source, publishedAt }) => [year, source, publishedAt])).toEqual([2024, 2025, 2026].map((year) => [year, '随软件提供', null]));
  expect(listed.value.years[2]).toMatchObject({ holidays: 19, workdays: 6 });
  // 24–27 and 30 November make 5, December 23.
  expect(listed.value.warning).toMatchObject({ lastOn: '2026-12-31', workingDaysLeft: 28 });
});

test('previews without publishing, and names faulty rows', async () => {
  const preview = await city.call('previewCalendar', { text: NOTICE });
  expect(preview).toMatchObject({ ok: true, value: { year: 2027, replaces: false, removed: [], changed: [] } });
  if (preview.ok) expect(preview.value.added).toContain('2027-02-20');
  expect(await city.call('previewCalendar', { text: `${NOTICE}\n2027-13-01,holiday` })).toMatchObject({ ok: false, error: { code: 'FIELD_INVALID', details: { rows: [{ row: 22 }] } } });
  expect(await server.db.selectFrom('calendar_import').select('id').execute()).toEqual([]);
});

test('only an administrator of the city publishes; what was refused is audited', async () => {
  expect(await officer.call('publishCalendar', { text: NOTICE, source: '示例通知' })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(await district.call('publishCalendar', { text: NOTICE, source: '示例通知' })).toMatchObject({ error: { code: 'OUT_OF_SCOPE' } });
  expect(await audited()).toEqual([{ object_id: null, outcome: 'OUT_OF_SCOPE' }]);
});

test('publishing reaches the desktops, is recorded, and counts open cases anew', async () => {
  const before = await server.db.selectFrom('reference').select(['rev']).where('kind', '=', 'calendar').executeTakeFirstOrThrow();
  const published = await city.call('publishCalendar', { text: NOTICE, source: '国办发明电〔2026〕示例号' });
  expect(published).toMatchObject({ ok: true, value: { year: 2027, years: [2024, 2025, 2026, 2027] } });
  const after = await server.db.selectFrom('reference').select(['rev', 'body']).where('kind', '=', 'calendar').executeTakeFirstOrThrow();
  expect(after.rev).toBe(before.rev + 1);
  expect((after.body as WorkCalendar).exceptions['2027-02-20']).toBe('workday');
  expect(await server.db.selectFrom('change_log').select(['kind', 'channel', 'district', 'op']).where('kind', '=', 'calendar').execute()).toEqual([{ kind: 'calendar', channel: null, district: null, op: 'put' }]);
  expect((await audited()).at(-1)).toEqual({ object_id: '2027', outcome: 'ok' });
  const listed = await city.call('calendarYears', {});
  expect(listed).toMatchObject({ value: { warning: null } });
  if (listed.ok) expect(listed.value.years.at(-1)).toMatchObject({ year: 2027, source: '国办发明电〔2026〕示例号', publishedAt: '2026-11-23T02:00:00.000Z' });
});
