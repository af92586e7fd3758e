import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { settingsBody } from '#shared/domain/setting/groups.ts';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import { GJJ } from '../../../helpers/channel.ts';
import { type Office, OFFICE_PASSWORD, openOffice, registration, today } from '../../../helpers/office.ts';
import type { TestSession } from '../../../helpers/server.ts';

let office: Office;
let admin: TestSession;
let second: TestSession;

beforeAll(async () => {
  office = await openOffice();
  await office.server.addOfficer({ loginName: 'wz-admin', roles: ['admin'], channel: null, district: '320506' });
  [admin, second] = [await office.server.signIn('admin', OFFICE_PASSWORD), await office.server.signIn('admin2', OFFICE_PASSWORD)];
});
afterAll(() => office.close());

const FAR = '2027-03-01';

async function proposed(input: Partial<HttpInput<'proposeConfig'>> & Pick<HttpInput<'proposeConfig'>, 'kind' | 'key' | 'body'>): Promise<number> {
  const answer = await admin.call('proposeConfig', { effectiveFrom: today(), note: '示例', submit: true, ...input });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.id;
}

test('what the law forbids is refused at the door, and audited; a district\'s administrator and yesterday are refused too', async () => {
  const propose = (session: TestSession, changes: object) => session.call('proposeConfig', { kind: 'channel', key: 'ZA', effectiveFrom: today(), note: '示例', submit: true, body: { ...GJJ, ...changes } });
  expect(await propose(admin, { stepsOff: ['review'] })).toMatchObject({ error: { code: 'FIELD_INVALID', article: '行政处罚法第五十八条' } });
  expect(await propose(admin, { numberCharacters: '监' })).toMatchObject({ error: { details: { path: 'numberCharacters' } } });
  expect(await propose(await office.server.signIn('wz-admin'), {})).toMatchObject({ error: { code: 'OUT_OF_SCOPE' } });
  expect(await admin.call('proposeConfig', { kind: 'channel', key: 'ZA', effectiveFrom: '2026-01-01', note: '示例', submit: true, body: GJJ })).toMatchObject({ error: { details: { path: 'effectiveFrom' } } });
  expect(await (await office.server.signIn('jc01', OFFICE_PASSWORD)).call('configVersions', { kind: 'channel' })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  const audited = await office.server.db.selectFrom('audit_log').select(['object_id', 'outcome']).where('action', '=', 'config.propose').orderBy('id').execute();
  expect(audited.map(({ object_id: id, outcome }) => [id, outcome])).toEqual([['channel:ZA', 'FIELD_INVALID'], ['channel:ZA', 'FIELD_INVALID'], ['channel:ZA', 'OUT_OF_SCOPE'], ['channel:ZA', 'FIELD_INVALID']]);
  expect(await office.server.db.selectFrom('config_version').select('id').execute()).toEqual([]);
});

test('a draft is its author\'s; a submitted version is published by another person only, or sent back with a reason', async () => {
  const id = await proposed({ kind: 'settings', key: 'current', body: settingsBody(DEFAULT_SETTINGS), submit: false });
  expect(await second.call('submitConfig', { id })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(await second.call('reviewConfig', { id, agrees: true, opinion: '' })).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(await admin.call('submitConfig', { id })).toMatchObject({ value: { status: 'submitted' } });
  expect(await admin.call('reviewConfig', { id, agrees: true, opinion: '' })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(await second.call('reviewConfig', { id, agrees: false, opinion: ' ' })).toMatchObject({ error: { details: { path: 'opinion' } } });
  expect(await second.call('reviewConfig', { id, agrees: false, opinion: '账号未核对' })).toMatchObject({ value: { status: 'withdrawn' } });
  expect(await second.call('reviewConfig', { id: 999_999, agrees: true, opinion: '' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const listed = await second.call('configVersions', { kind: 'settings' });
  expect(listed).toMatchObject({ value: { today: today(), versions: [{ id, version: 1, status: 'withdrawn', opinion: '账号未核对', author: { id: admin.officer.id }, reviewer: { id: second.officer.id } }] } });
});

test('published settings and channels reach a desktop, from their day on; before that day they may be taken back', async () => {
  const desk = await office.desk('jc01');
  expect((await desk.must('reference.settings', {})).channels?.length).toBe(3);
  const body = { ...settingsBody(DEFAULT_SETTINGS), court: '苏州市示例区人民法院', unverified: [] };
  for (const input of [{ kind: 'settings', key: 'current', body }, { kind: 'channel', key: 'GJJ', body: GJJ }, { kind: 'channel', key: 'JC', body: { ...GJJ, name: '示例支队', numberCharacters: '示' }, effectiveFrom: FAR }]) {
    expect(await second.call('reviewConfig', { id: await proposed(input), agrees: true, opinion: '同意' })).toMatchObject({ value: { status: 'published' } });
  }
  await desk.must('sync.now', {});
  await desk.settled();
  const settings = await desk.must('reference.settings', {});
  expect(settings).toMatchObject({ court: '苏州市示例区人民法院', unverified: [], effectiveFrom: today() });
  expect(settings.channels?.map(({ key, name }) => `${key}${name}`)).toEqual(['JC监察支队', 'FDC房地产', 'ZA质安监', 'GJJ住房公积金执法']);

  const channels = await admin.call('configVersions', { kind: 'channel' });
  if (!channels.ok) throw new Error(channels.error.message);
  const [later, now] = ['JC', 'GJJ'].map((key) => channels.value.versions.find((version) => version.key === key)?.id ?? 0);
  expect(await admin.call('withdrawConfig', { id: now ?? 0 })).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(await admin.call('withdrawConfig', { id: later ?? 0 })).toMatchObject({ value: { status: 'withdrawn' } });
  expect(await office.server.db.selectFrom('reference').select('id').where('kind', '=', 'config').orderBy('id').execute()).toEqual([{ id: 'channel:GJJ:00001' }, { id: 'settings:current:00002' }]);
});

test('a leader\'s deputy is known to the desktops while the delegation lasts', async () => {
  const [leader, head, officer] = ['leader1', 'fdchead', 'jc01'].map((login) => office.officerId(login));
  const body = { fromOfficerId: leader, toOfficerId: head, role: 'leader', from: today(), to: today(), reason: '外出开会' };
  const wrong = await admin.call('proposeConfig', { kind: 'delegation', key: 'delegation-0', effectiveFrom: today(), note: '示例', submit: true, body: { ...body, fromOfficerId: officer } });
  expect(wrong).toMatchObject({ error: { details: { path: 'fromOfficerId' } } });
  const deputy = await office.desk('fdchead');
  const before = await deputy.must('reference.settings', {});
  expect(before.delegations).toEqual([]);
  await second.call('reviewConfig', { id: await proposed({ kind: 'delegation', key: 'delegation-1', body }), agrees: true, opinion: '同意' });
  await deputy.must('sync.now', {});
  await deputy.settled();
  expect((await deputy.must('reference.settings', {})).delegations).toEqual([{ ...body, id: 'delegation-1' }]);
});

test('a clue of a channel nobody configured is refused by the server and by the desktop', async () => {
  const desk = await office.desk('leader2');
  await expect(desk.must('command.submit', { kind: 'case.register', entityId: 'case-nowhere', payload: { ...registration(), channel: 'ABC' } })).rejects.toThrow();
});
