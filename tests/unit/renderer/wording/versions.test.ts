import { describe, expect, it } from 'vitest';
import { byKey, changedKeys, codesOf, mayEnd, remarkOn, setFrom, setGroups, standingAfter, standingBefore, standingOn, type Target, textsOf, type Version, versionsOf } from '#renderer/features/wording/versions.ts';
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

const BUREAU: Target = { set: 'CFJD', channel: null };
const VARIANT: Target = { set: 'CFJD', channel: 'ZA' };

function variant(number: number, effectiveFrom: string, status: Version['status'], changes: Readonly<Record<string, string>> | null): Version {
  return { ...version(number, effectiveFrom, status, changes ?? {}), id: 100 + number, key: 'CFJD@ZA', ...(changes === null ? { body: { texts: {}, ended: true } } : {}) };
}

const WITH_VARIANT = [...ALL, variant(2, '2026-08-01', 'published', null), variant(1, '2026-06-10', 'published', { copies: '质安{copies}' })];

describe('what documents carry on a day', () => {
  it('is built in until a published version begins; what waits or was taken back does not count', () => {
    expect(standingOn(ALL, BUREAU, '2026-04-30').label).toBe('内置 CFJD-2026-01');
    expect(standingOn(ALL, BUREAU, '2026-06-15')).toMatchObject({ label: '全局第 1 版', source: 'bureau', from: '2026-05-01' });
    expect(standingOn(ALL, BUREAU, '2026-07-01').texts['copies']).toBe('三版{copies}');
    expect(standingOn(ALL, { ...BUREAU, set: 'GZS' }, '2026-07-01').label).toBe('内置 GZS-2026-01');
  });

  it('is a channel\'s own from the day its variant begins to the day it ends, and the bureau\'s for every other channel', () => {
    const label = (target: Target, day: string) => standingOn(WITH_VARIANT, target, day).label;
    expect(['2026-06-09', '2026-06-10', '2026-07-31', '2026-08-01'].map((day) => label(VARIANT, day))).toEqual(['全局第 1 版', '渠道第 1 版', '渠道第 1 版', '全局第 3 版']);
    expect(label({ set: 'CFJD', channel: 'JC' }, '2026-07-31')).toBe('全局第 3 版');
    expect(standingOn(WITH_VARIANT, VARIANT, '2026-06-15').texts['copies']).toBe('质安{copies}');
  });
});

describe('a channel\'s variant', () => {
  it('says that the bureau\'s text changed after it, and that a channel has none of its own', () => {
    expect(remarkOn(WITH_VARIANT, VARIANT, '2026-06-15')).toBe('');
    expect(remarkOn(WITH_VARIANT, VARIANT, '2026-07-15')).toContain('全局文字在渠道文字之后又修改过（全局第 3 版，2026-07-01 起）');
    expect(remarkOn(WITH_VARIANT, { set: 'CFJD', channel: 'JC' }, '2026-07-15')).toContain('现用全局第 3 版');
    expect(remarkOn(WITH_VARIANT, BUREAU, '2026-07-15')).toBe('');
  });

  it('may be ended once, and its end is compared with the text it gives way to', () => {
    const [end, first] = [WITH_VARIANT[3]!, WITH_VARIANT[4]!];
    expect([mayEnd(ALL, VARIANT), mayEnd([...ALL, first], VARIANT), mayEnd(WITH_VARIANT, VARIANT), mayEnd(ALL, BUREAU)]).toEqual([false, true, false, false]);
    expect(standingBefore(WITH_VARIANT, VARIANT, end).label).toBe('渠道第 1 版');
    expect(standingBefore(WITH_VARIANT, VARIANT, first).label).toBe('全局第 1 版');
    expect(standingAfter(WITH_VARIANT, VARIANT, end)['copies']).toBe('三版{copies}');
  });

  it('is seen in the list of its channel, and counted in the bureau\'s', () => {
    const row = (channel: string | null, day: string) => setGroups(WITH_VARIANT, channel, day, '').flatMap((group) => group.rows).find((each) => each.set === 'CFJD')?.state;
    expect(row('ZA', '2026-07-15')).toBe('渠道第 1 版，另有待生效');
    expect(row(null, '2026-07-15')).toBe('全局第 3 版，1 个渠道另有文字，待审核');
    expect(row('FDC', '2026-07-15')).toBe('全局第 3 版');
  });
});

describe('a version', () => {
  it('is compared with the published one before it', () => {
    expect(standingBefore(ALL, BUREAU, ALL[1]!).texts['copies']).toBe('一版{copies}');
    expect(standingBefore(ALL, BUREAU, ALL[2]!).label).toBe('内置 CFJD-2026-01');
    expect(changedKeys(standingBefore(ALL, BUREAU, ALL[1]!).texts, textsOf(ALL[1]!))).toEqual(['copies']);
  });

  it('of a shape from elsewhere has no texts instead of breaking the page', () => {
    expect(textsOf({ ...ALL[0]!, body: 'x' })).toEqual({});
    expect(versionsOf(ALL, BUREAU).map((each) => each.version)).toEqual([3, 2, 1]);
  });
});

describe('the list of wordings', () => {
  it('names every kind under its part, with what waits', () => {
    const groups = setGroups(ALL, null, '2026-06-15', '');
    expect(groups.map((group) => group.key)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
    expect(groups.flatMap((group) => group.rows).find((row) => row.set === 'CFJD')).toMatchObject({ title: '行政处罚决定书', state: '全局第 1 版，另有待生效，待审核', waiting: true });
    expect(setGroups(ALL, null, '2026-06-15', '听证').flatMap((group) => group.rows).every((row) => row.title.includes('听证'))).toBe(true);
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
