import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import { allowedDistricts, causeAfter, checkForm, type ClueForm, copiesOf, emptyForm, registrationOf } from '#renderer/features/case-list/clue-form.ts';
import { COMMANDS } from '#shared/domain/case-file/commands.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import { OFFICERS, VIOLATIONS } from '#tests/helpers/cases.ts';

const TODAY = '2026-11-22';
const city = OFFICERS.find(({ id }) => id === 'officer-1')!;
const district = OFFICERS.find(({ id }) => id === 'officer-fdc-1')!;
const FILLED: ClueForm = { ...emptyForm(city, TODAY), source: 'inspection', subject: ' 某项目涉嫌擅自施工 ', description: '现场检查发现。', district: '320506', cause: '未取得施工许可证擅自施工' };

test('an empty form says at each field what is missing', () => {
  expect(Object.keys(checkForm(emptyForm(null, TODAY), TODAY))).toEqual(['source', 'subject', 'description', 'channel', 'district', 'cause']);
  expect(checkForm({ ...FILLED, receivedOn: '2026-11-23' }, TODAY)).toEqual({ receivedOn: '收到日期不能晚于今天（2026-11-22）' });
});

test('channel and district of a district officer are given', () => {
  expect(emptyForm(district, TODAY)).toMatchObject({ channel: 'FDC', district: '320506' });
  expect([allowedDistricts(district), allowedDistricts(city).length]).toEqual([['320506'], 11]);
});

test('a right form makes a payload that the command table accepts', () => {
  expect(checkForm(FILLED, TODAY)).toEqual({});
  const registration = registrationOf(FILLED);
  expect(Check(COMMANDS['case.register'], registration)).toBe(true);
  expect(registration).toMatchObject({ violationId: null, clue: { subject: '某项目涉嫌擅自施工' } });
  expect(registrationOf(emptyForm(null, TODAY))).toBeNull();
});

test('party and project are copied without what belongs to the register', () => {
  const party: PartyRecord = { id: 'party-001', kind: 'unit', name: '甲公司', creditCode: '', representative: '', representativePost: '', idNumber: '', sex: '', birthDate: '', address: '', phone: '', workplace: '' };
  const register = { district: '320506', category: '施工企业', creditClass: 'A', status: 'active', licences: [] } as const;
  const project: ProjectRecord = { id: 'project-1', name: '石湖花园', address: '', projectCode: '', permitNo: '', contractPriceFen: 1, areaSquareMetres: 1, district: '320506', developer: '甲', contractor: '乙' };
  const { id: _id, ...copy } = party;
  expect(copiesOf({ ...FILLED, party: { ...party, ...register }, project })).toEqual([
    { path: 'party', from: null, to: copy },
    { path: 'project', from: null, to: { id: 'project-1', name: '石湖花园', address: '', projectCode: '', permitNo: '', contractPriceFen: 1, areaSquareMetres: 1 } },
  ]);
});

test('a violation brings its cause, but never over one the officer wrote', () => {
  const [first, second] = VIOLATIONS;
  expect(causeAfter({ ...FILLED, cause: '' }, undefined, first)).toBe(first?.cause);
  expect(causeAfter({ ...FILLED, cause: first?.cause ?? '' }, first, second)).toBe(second?.cause);
  expect(causeAfter({ ...FILLED, cause: '自拟案由' }, first, second)).toBe('自拟案由');
});
