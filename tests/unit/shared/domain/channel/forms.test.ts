import { expect, it } from 'vitest';
import { missingForms } from '#shared/domain/channel/forms.ts';
import { DEFAULT_CHANNELS } from '#shared/domain/channel/defaults.ts';
import { walkTo } from '#tests/helpers/cases.ts';

it('asks for the forms of the channel until an exhibit is called by them', () => {
  const settings = { channels: DEFAULT_CHANNELS.map((channel) => ({ ...channel, specialForms: ['工程转包认定表', '合同价款认定表'] })) };
  const run = walkTo('INVEST');
  expect(missingForms(run.file, settings)).toEqual(['工程转包认定表', '合同价款认定表']);
  run.evidence('evidence-form', '工程转包认定表（扫描件）', { by: 'officer-1', on: '2026-03-10' });
  expect(missingForms(run.file, settings)).toEqual(['合同价款认定表']);
});
