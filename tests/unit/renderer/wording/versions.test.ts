import { describe, expect, it } from 'vitest';
import { byKey, changedKeys, codesOf, setFrom, setGroups, standingBefore, standingOn, textsOf, type Version, versionsOf } from '#renderer/features/wording/versions.ts';
import { inPlaces, inWords, labelsOf } from '#renderer/features/wording/place-labels.ts';
import { builtInTexts, wordingRefusals } from '#shared/domain/document/wording/check.ts';
import { WORDING_SETS } from '#shared/domain/document/wording/wordings.ts';

function version(number: number, effectiveFrom: string, status: Version['status'], changes: Readonly<Record<string, string>> = {}): Version {
  return {
    id: number, kind: 'wording', key: 'CFJD', version: number, effectiveFrom, body: { texts: { ...builtInTexts('CFJD'), ...changes } }, status, note: '示例', author: { id: 'admin-1', name: '甲' },
    proposedAt: '2026-04-01T00:00:00Z', reviewer: null, reviewedAt: null, opinion: '',
  };
}

const ALL = [version(3, '2026-07-01', 'published', { copies: '三版{copies}' }), version(2, '2026-06-01', 'submitted', { copies: '二版{copies}' }), version(1, '2026-05-01', 'published', { copies: '一版{copies}' })];

describe('what documents carry on a day', () => {
  it('is built in until a published version begins; what waits or was taken back does not count', () => {
    expect(standingOn(ALL, 'CFJD', '2026-04-30').label).toBe('内置 CFJD-2026-01');
    expect(standingOn(ALL, 'CFJD', '2026-06-15')).toMatchObject({ label: '本机关第 1 版', from: '2026-05-01' });
    expect(standingOn(ALL, 'CFJD', '2026-07-01').texts['copies']).toBe('三版{copies}');
    expect(standingOn(ALL, 'GZS', '2026-07-01').label).toBe('内置 GZS-2026-01');
  });
});

describe('a version', () => {
  it('is compared with the published one before it', () => {
    expect(standingBefore(ALL, 'CFJD', ALL[1]!).texts['copies']).toBe('一版{copies}');
    expect(standingBefore(ALL, 'CFJD', ALL[2]!).label).toBe('内置 CFJD-2026-01');
    expect(changedKeys(standingBefore(ALL, 'CFJD', ALL[1]!).texts, textsOf(ALL[1]!))).toEqual(['copies']);
  });

  it('of a shape from elsewhere has no texts instead of breaking the page', () => {
    expect(textsOf({ ...ALL[0]!, body: 'x' })).toEqual({});
    expect(versionsOf(ALL, 'CFJD').map((each) => each.version)).toEqual([3, 2, 1]);
  });
});

describe('the list of wordings', () => {
  it('names every kind under its part, with what waits', () => {
    const groups = setGroups(ALL, '2026-06-15', '');
    expect(groups.map((group) => group.key)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
    expect(groups.flatMap((group) => group.rows).find((row) => row.set === 'CFJD')).toMatchObject({ title: '行政处罚决定书', state: '第 1 版，另有待生效，待审核', waiting: true });
    expect(setGroups(ALL, '2026-06-15', '听证').flatMap((group) => group.rows).every((row) => row.title.includes('听证'))).toBe(true);
  });

  it('shows the volume\'s papers together, and the decision where an address names nothing', () => {
    expect(codesOf('VOLUME')).toEqual(['JF', 'JNML', 'BKB', 'ZWD']);
    expect([setFrom('GZS'), setFrom('nothing'), setFrom(undefined)]).toEqual(['GZS', 'CFJD', 'CFJD']);
  });

  it('puts refusals at their texts', () => {
    const refusals = byKey(wordingRefusals('CFJD', { ...builtInTexts('CFJD'), noStay: '照常执行。' }));
    expect([...refusals.keys()]).toEqual(['noStay']);
    expect(refusals.get('noStay')).toHaveLength(2);
  });
});

describe('the marks of places', () => {
  it('are read by Chinese names and kept by their own, in every text', () => {
    const texts = WORDING_SETS.flatMap((set) => Object.values(builtInTexts(set)));
    expect(texts.filter((text) => /\{\w+\}/u.test(inWords(text, labelsOf(text))))).toEqual([]);
    expect(texts.filter((text) => inPlaces(inWords(text, labelsOf(text)), labelsOf(text)) !== text)).toEqual([]);
  });
  it('of one name are told apart', () => {
    const text = '因{reason}，{ground}，对{party}';
    expect(inWords(text, labelsOf(text))).toBe('因{理由}，{理由2}，对{当事人}');
  });
});
