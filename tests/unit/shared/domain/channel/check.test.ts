import { expect, test } from 'vitest';
import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import { checkChannel } from '#shared/domain/channel/check.ts';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import { channelName, channelNames, channelOf } from '#shared/domain/channel/in-force.ts';
import { channelStepRefusal } from '#shared/domain/channel/refusals.ts';
import { CHANNEL_STEP_KEYS, CHANNEL_STEPS, OPTIONAL_DOCUMENTS } from '#shared/domain/channel/steps.ts';
import { checkConfig } from '#shared/domain/config/kinds.ts';
import { DOCUMENT_CODES } from '#shared/domain/document/document-file.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { startCase } from '../../../../helpers/cases.ts';
import { GJJ } from '../../../../helpers/channel.ts';

function refusal(changes: Partial<ChannelBody>) {
  const result = checkChannel({ ...GJJ, ...changes });
  return result.ok ? null : result.error;
}

test('the channels of a new installation are lawful and well-formed', () => {
  for (const { key, ...body } of DEFAULT_CHANNELS) expect(checkConfig('channel', key, body)).toEqual({ ok: true, value: null });
  expect(checkConfig('channel', 'GJJ', GJJ).ok).toBe(true);
  expect(checkConfig('channel', 'gjj', GJJ)).toMatchObject({ error: { details: { path: 'key' } } });
});

test.each(CHANNEL_STEP_KEYS.filter((key) => CHANNEL_STEPS[key].article !== null))('what the law requires cannot be switched off: %s', (key) => {
  expect(refusal({ stepsOff: [key] })).toMatchObject({ code: 'FIELD_INVALID', article: CHANNEL_STEPS[key].article, details: { path: 'stepsOff' } });
});

test('filing, notice, defence, hearing, legal review, decision and service are among what the law requires', () => {
  for (const key of ['filing', 'notice', 'defence', 'hearing', 'review', 'discussion', 'decision', 'service', 'deferral', 'remedy', 'publication'] as const) expect(CHANNEL_STEPS[key].article).toMatch(/法/);
});

test('two officers, a route with legal review before the decision, and every necessary paper stay', () => {
  expect(refusal({ officers: 1 })).toMatchObject({ article: '行政处罚法第四十二条、第五十五条' });
  expect(refusal({ route: GJJ.route.filter((node) => node.role !== 'legal-reviewer') })).toMatchObject({ article: '行政处罚法第五十八条', details: { path: 'route' } });
  expect(refusal({ route: [...GJJ.route].reverse() })).toMatchObject({ message: '审批路线的次序应为：承办、机构负责人审核、法制审核、分管领导审批。' });
  for (const code of DOCUMENT_CODES.filter((each) => !OPTIONAL_DOCUMENTS.includes(each))) expect(refusal({ documentsOff: [code] })?.details).toEqual({ path: 'documentsOff' });
  expect(refusal({ documentsOff: [...OPTIONAL_DOCUMENTS] })).toBeNull();
  expect(refusal({ stepsOff: ['imagined'] })?.message).toContain('没有“imagined”这个环节');
});

test('fields of its own have one key each and choices to choose from; the office\'s terms lie inside those of law', () => {
  const field = { key: 'kind', label: '类别', kind: 'choice' as const, choices: [], required: false };
  expect(refusal({ extraFields: [field] })?.message).toContain('没有可选项');
  expect(refusal({ extraFields: [{ ...field, choices: ['甲'] }, { ...field, choices: ['乙'] }] })?.message).toContain('重复');
  expect(refusal({ slaDays: { verification: 10, investigation: 80, decision: 60 } })).toMatchObject({ article: '行政处罚法第六十条' });
  expect(checkConfig('channel', 'GJJ', { ...GJJ, slaDays: { ...GJJ.slaDays, decision: 91 } })).toMatchObject({ error: { details: { path: '/slaDays/decision' } } });
});

test('a step switched off is refused by name; others are not touched', () => {
  const run = startCase();
  const settings = { ...DEFAULT_SETTINGS, channels: [{ ...GJJ, key: 'JC' }] };
  expect(channelStepRefusal('summary-penalty', run.file, { settings }, null)).toMatchObject({ code: 'STEP_NOT_ALLOWED', message: expect.stringContaining('住房公积金执法') as string });
  expect(channelStepRefusal('suspend', run.file, { settings }, null)).toBeNull();
  expect(channelStepRefusal('summary-penalty', run.file, { settings: DEFAULT_SETTINGS }, null)).toBeNull();
});

test('a channel may ask for more officers than the law, of those who are named', () => {
  const run = startCase();
  const settings = { ...DEFAULT_SETTINGS, channels: [{ ...GJJ, key: 'JC', officers: 3 }] };
  expect(channelStepRefusal('assign', run.file, { settings }, { officerIds: ['officer-1', 'officer-2'] })).toMatchObject({ code: 'OFFICERS_INSUFFICIENT' });
  expect(channelStepRefusal('assign', run.file, { settings }, { officerIds: ['officer-1', 'officer-2', 'officer-3'] })).toBeNull();
});

test('names come from the configuration; an unknown key is its own name', () => {
  expect(channelNames(null)).toEqual({ JC: '监察支队', FDC: '房地产', ZA: '质安监' });
  expect([channelName(null, 'ZA'), channelName(null, 'XYZ'), channelOf(null, 'XYZ')]).toEqual(['质安监', 'XYZ', null]);
});
