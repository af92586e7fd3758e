import { describe, expect, it } from 'vitest';
import { type Entry, newRound, roundCsv, scopeText, stateOf } from '#renderer/features/review/review.ts';
import { placeOf, shareText } from '#renderer/features/review/similar.ts';
import { withMarks } from '#shared/domain/review/review.ts';
import { missingPapers } from '#shared/domain/volume/missing.ts';
import { scoreVolume } from '#shared/domain/volume/score.ts';
import { walkTo } from '#tests/helpers/cases.ts';

const ENTRY: Entry = {
  caseId: 'case-0001', position: 1, caseNo: 'SZZJ-JC-2026-00001', title: '示例案', channel: 'JC', district: '320506', reviewer: null, points: null, rejected: false, finishedAt: null, faults: [],
};

describe('a review', () => {
  it('tells the state of a volume', () => {
    expect(stateOf(ENTRY)).toBe('waiting');
    expect(stateOf({ ...ENTRY, reviewer: '示例', points: 95 })).toBe('begun');
    expect(stateOf({ ...ENTRY, reviewer: '示例', points: 95, finishedAt: '2026-11-23T02:00:00.000Z' })).toBe('passed');
    expect(stateOf({ ...ENTRY, reviewer: '示例', points: 95, rejected: true, finishedAt: '2026-11-23T02:00:00.000Z' })).toBe('rejected');
  });

  it('exports results with their faults, a rejected volume by its veto', () => {
    const lines = roundCsv([ENTRY, { ...ENTRY, position: 2, reviewer: '示例', points: 87, rejected: true, finishedAt: '2026-11-23T02:00:00.000Z', faults: ['程序合法：没有告知', '文字规范'] }], () => '监察支队').trim().split('\r\n');
    expect(lines[1]).toBe('1,SZZJ-JC-2026-00001,示例案,吴中区,监察支队,待评查,,,,');
    expect(lines[2]).toBe('2,SZZJ-JC-2026-00001,示例案,吴中区,监察支队,不合格,87 分，不合格（一票否决）,示例,2026-11-23 10:00,程序合法：没有告知；文字规范');
  });

  it('starts a round with the cases of the year', () => {
    expect(newRound('2026-11-23')).toMatchObject({ title: '2026年度案卷评查', seed: '20261123', from: '2026-01-01', to: '2026-11-23' });
    expect(scopeText({ id: '', title: '', seed: '', district: null, channel: 'JC', from: '2026-01-01', to: '2026-11-23', size: 1, finished: 0, rejected: 0, createdBy: '', createdAt: '' }, () => '监察支队')).toBe('全市，监察支队，2026-01-01 至 2026-11-23 登记');
  });

  it('shows while marking the score the server will give', () => {
    const { file } = walkTo('CLOSED');
    const automatic = scoreVolume(file, missingPapers(file));
    const marks = { words: { pass: false, note: '有涂改' }, filing: { pass: true, note: '纸质卷已补' }, nature: { pass: false, note: '定性错误' } };
    expect(withMarks(automatic.items, marks)).toEqual(scoreVolume(file, missingPapers(file), marks));
    expect(withMarks(automatic.items, {})).toEqual(automatic);
  });
});

describe('a fine among similar cases', () => {
  const statistics = { count: 3, fineFen: { min: 100, median: 200, max: 300 }, share: null };
  it.each([[50, '低于以往最低'], [100, '在中位数以下'], [200, '与中位数相同'], [250, '在中位数以上'], [301, '高于以往最高'], [0, null]])('places %s', (fine, place) => {
    expect(placeOf(fine, statistics)).toBe(place);
  });
  it('writes shares in percent', () => {
    expect([0.015, 0.01526, 2].map(shareText)).toEqual(['1.5%', '1.53%', '200%']);
  });
});
