import { describe, expect, it } from 'vitest';
import { checkConfig } from '#shared/domain/config/kinds.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import { documentData, typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import { DOCUMENT_CODES } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { builtInTexts, checkWording, wordingRefusals } from '#shared/domain/document/wording/check.ts';
import { CFJD_WORDING } from '#shared/domain/document/wording/cfjd.ts';
import { setOf } from '#shared/domain/document/wording/published.ts';
import { REQUIRED_PHRASES } from '#shared/domain/document/wording/required.ts';
import { wordingInForce, wordingOf, type Wording } from '#shared/domain/document/wording/wording.ts';
import { builtInVersions, isWordingSet, WORDING_SETS } from '#shared/domain/document/wording/wordings.ts';
import { sampleContext } from '#tests/helpers/documents.ts';

const CREATED = '2026-04-20T02:00:00Z';

function published(version: number, effectiveFrom: string, changes: Readonly<Record<string, string>>): ConfigVersion {
  return { kind: 'wording', key: 'CFJD', version, effectiveFrom, body: { texts: { ...builtInTexts('CFJD'), ...changes } } };
}

function printed(context = sampleContext('CFJD')): string {
  return JSON.stringify(typesetInput(context, { draft: true, createdAt: CREATED }).blocks);
}

describe('the table of wordings', () => {
  it('holds one set for every kind of document, under the code its versions carry', () => {
    for (const code of DOCUMENT_CODES) expect(isWordingSet(setOf(definitionOf(code).wordingVersion)), code).toBe(true);
    for (const set of WORDING_SETS) for (const { version } of builtInVersions(set)) expect(setOf(version)).toBe(set);
  });

  it.each(WORDING_SETS.map((set) => [set]))('%s as built in says what the law requires of it', (set) => {
    for (const { texts } of builtInVersions(set)) expect(wordingRefusals(set, texts)).toEqual([]);
    for (const key of Object.keys(REQUIRED_PHRASES[set] ?? {})) expect(Object.keys(builtInTexts(set))).toContain(key);
  });
});

describe('a changed wording', () => {
  const texts = builtInTexts('CFJD');

  it('may say the same in other words', () => {
    expect(checkWording('CFJD', { ...texts, publication: '本决定依照《中华人民共和国行政处罚法》第四十八条向社会公开。' }).ok).toBe(true);
  });

  it('cannot lose the way to reconsideration or its sixty days (行政复议法第二十条), nor the suit and its six months (行政诉讼法第四十六条)', () => {
    const remedies = texts['remedies'] ?? '';
    const without = (phrase: string) => wordingRefusals('CFJD', { ...texts, remedies: remedies.replaceAll(phrase, '') })[0];
    expect(without('六十日')).toMatchObject({ code: 'FIELD_INVALID', article: '行政复议法第二十条', details: { path: 'texts.remedies' } });
    expect(without('六个月')).toMatchObject({ article: '行政诉讼法第四十六条' });
    expect(without('行政诉讼')?.message).toContain('“行政诉讼”');
  });

  it('cannot shorten the five working days of the notice, nor threaten a heavier penalty (行政处罚法第四十五条)', () => {
    const notice = builtInTexts('GZS');
    const refused = wordingRefusals('GZS', { ...notice, defence: (notice['defence'] ?? '').replace('五个工作日', '三个工作日').replace('更重的处罚', '处理') });
    expect(refused.map(({ article }) => article)).toEqual(['行政处罚法第四十四条', '行政处罚法第四十五条第二款']);
  });

  it('cannot drop what stands in the papers between notice and decision, in the demand and at the release', () => {
    const lost = (set: 'TZBL' | 'TZTZ' | 'SSFH' | 'SSBL' | 'CGS' | 'CYQZ' | 'JCCF' | 'YSSP', key: string, phrase: string) => {
      const own = builtInTexts(set);
      expect(own[key]).toContain(phrase);
      return wordingRefusals(set, { ...own, [key]: (own[key] ?? '').replaceAll(phrase, '') })[0]?.article;
    };
    expect([lost('TZBL', 'opening', '回避'), lost('TZBL', 'opening', '委托一至二人'), lost('TZTZ', 'absent', '视为放弃听证权利')]).toEqual(['四', '五', '六'].map((item) => `行政处罚法第六十四条第（${item}）项`));
    expect([lost('SSFH', 'rule', '更重的处罚'), lost('SSBL', 'notToldYet', '更重的处罚')]).toEqual(['行政处罚法第四十五条第二款', '行政处罚法第四十五条第二款']);
    expect([lost('CGS', 'surcharge', '不超出罚款的数额'), lost('CYQZ', 'told', '证件'), lost('JCCF', 'fetch', '立即退还'), lost('YSSP', 'term', '二十四小时')])
      .toEqual(['行政处罚法第七十二条第一款第（一）项', '行政处罚法第五十五条第一款', '行政强制法第二十八条第二款', '行政执法机关移送涉嫌犯罪案件的规定第五条']);
  });

  it('of a decision on the spot cannot hide that reconsideration comes first (行政复议法第二十三条), nor drop the cap of the surcharge (行政处罚法第七十二条)', () => {
    const spot = builtInTexts('DCCF');
    const refused = wordingRefusals('DCCF', { ...spot, remedies: (spot['remedies'] ?? '').replace('先向', '向'), bank: (spot['bank'] ?? '').replace('，总额不超出罚款的数额', '') });
    expect(refused.map(({ details }) => details?.['path']).sort()).toEqual(['texts.bank', 'texts.remedies']);
    expect(refused.map(({ message }) => message).join()).toMatch(/“不超出罚款的数额”.*“先向”/u);
  });

  it('has exactly the places that the case fills', () => {
    const lead = texts['remedies'] ?? '';
    expect(wordingRefusals('CFJD', { ...texts, remedies: lead.replace('{court}', '人民法院') })[0]?.message).toContain('{court}');
    expect(wordingRefusals('CFJD', { ...texts, copies: `${texts['copies'] ?? ''}{mayor}` })[0]?.message).toContain('{mayor}');
    expect(wordingRefusals('CFJD', { ...texts, copies: '本决定书一式{copies}份{。' })[0]?.message).toContain('花括号');
    expect(wordingRefusals('CFJD', { ...texts, copies: '一式{copies}份，共{copies}份。' })).toEqual([]);
  });

  it('has every text, none of them empty, and no strange one', () => {
    const { copies: _, ...rest } = texts;
    expect(wordingRefusals('CFJD', rest)[0]).toMatchObject({ details: { path: 'texts.copies' } });
    expect(wordingRefusals('CFJD', { ...texts, copies: ' ' })).toHaveLength(1);
    expect(wordingRefusals('CFJD', { ...texts, slogan: '×' })[0]?.message).toContain('“slogan”');
    expect(checkWording('XXXX', texts)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('is checked by the mechanism that keeps it', () => {
    expect(checkConfig('wording', 'CFJD', { texts }).ok).toBe(true);
    expect(checkConfig('wording', 'GZS', { texts }).ok).toBe(false);
    expect(checkConfig('wording', 'NONE', { texts }).ok).toBe(false);
    expect(checkConfig('wording', 'CFJD', { texts: { ...texts, remedies: '不服可以投诉。' } }).ok).toBe(false);
    expect(checkConfig('wording', 'CFJD', { texts, size: 3 }).ok).toBe(false);
  });
});

describe('a channel\'s variant of a wording', () => {
  const texts = builtInTexts('CFJD');

  it('is kept under set and channel, and must say what the law requires as the bureau\'s must (行政复议法第二十条)', () => {
    expect(checkConfig('wording', 'CFJD@ZA', { texts }).ok).toBe(true);
    expect(checkConfig('wording', 'CFJD@za', { texts }).ok).toBe(false);
    expect(checkConfig('wording', 'NONE@ZA', { texts }).ok).toBe(false);
    expect(checkConfig('wording', 'CFJD@ZA', { texts: { ...texts, remedies: (texts['remedies'] ?? '').replaceAll('六十日', '') } })).toMatchObject({ ok: false, error: { article: '行政复议法第二十条' } });
  });

  it('is ended by a version without texts; the bureau\'s own cannot be', () => {
    expect(checkConfig('wording', 'CFJD@ZA', { texts: {}, ended: true }).ok).toBe(true);
    expect(checkConfig('wording', 'CFJD@ZA', { texts, ended: true })).toMatchObject({ ok: false, error: { details: { path: 'texts' } } });
    expect(checkConfig('wording', 'CFJD', { texts: {}, ended: true })).toMatchObject({ ok: false, error: { details: { path: 'ended' } } });
    expect(checkConfig('wording', 'CFJD@ZA', { texts: {} }).ok).toBe(false);
  });

  const own = (version: number, effectiveFrom: string, body: unknown): ConfigVersion => ({ kind: 'wording', key: 'CFJD@ZA', version, effectiveFrom, body });
  const configs = [
    published(1, '2026-05-01', { publication: '全局，公开。' }), published(2, '2026-07-01', { publication: '全局二，公开。' }),
    own(1, '2026-06-01', { texts: { ...texts, publication: '质安，公开。' } }), own(2, '2026-08-01', { texts: {}, ended: true }), own(3, '2026-09-01', { texts: { ...texts, publication: '质安三，公开。' } }),
  ];
  const versionOn = (today: string, channel: string) => wordingInForce(CFJD_WORDING, { configs, today, file: { channel } }).version;

  it('holds for cases of the channel from its day to its end, else the bureau\'s, else the built-in', () => {
    expect(['2026-04-30', '2026-05-31', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01'].map((day) => versionOn(day, 'ZA')))
      .toEqual(['CFJD-2026-01', 'CFJD-P001', 'CFJD@ZA-P001', 'CFJD@ZA-P001', 'CFJD-P002', 'CFJD@ZA-P003']);
    expect(['2026-06-01', '2026-09-01'].map((day) => versionOn(day, 'JC'))).toEqual(['CFJD-P001', 'CFJD-P002']);
  });

  it('gives way to a built-in one that begins later, and so does not hide what the bureau publishes after that', () => {
    const law: Wording<string> = { version: 'CFJD-2026-02', from: '2026-06-15', texts: CFJD_WORDING[0].texts };
    const versions = [CFJD_WORDING[0], law] as const;
    expect(['2026-06-14', '2026-06-15', '2026-07-01'].map((today) => wordingInForce<string>(versions, { configs, today, file: { channel: 'ZA' } }).version)).toEqual(['CFJD@ZA-P001', 'CFJD-2026-02', 'CFJD-P002']);
  });

  it('is named by the paper issued in it, which is drawn alike after the variant has ended', () => {
    const draft = decision(own(1, '2026-04-01', { texts: { ...texts, publication: '质安说法，公开。' } }));
    const ofChannel = { ...draft, file: { ...draft.file, channel: 'ZA' } };
    const paper = issued(ofChannel);
    expect(paper.document.issued?.wordingVersion).toBe('CFJD@ZA-P001');
    expect(printed(paper)).toContain('质安说法，公开。');
    expect(printed({ ...paper, configs: [own(1, '2026-04-01', { texts }), own(2, '2026-04-02', { texts: {}, ended: true })] })).toBe(printed(paper));
    expect(documentData(draft)['wordingVersion']).toBe('CFJD-2026-01');
  });
});

/** The sample decision where the bureau has published these wordings. */
function decision(...configs: readonly ConfigVersion[]): DocumentContext {
  return { ...sampleContext('CFJD'), configs };
}

/** The same once issued: drawn from its frozen data, on a machine that knows no published wording at all. */
function issued(draft: DocumentContext): DocumentContext {
  const data = documentData(draft);
  const paper = { data, wordingVersion: String(data['wordingVersion']), issuedBy: 'leader-1', issuedAt: CREATED, issuedOn: '2026-04-20', pdf: null };
  return { ...draft, configs: [], document: { ...draft.document, status: 'issued', issued: paper } };
}

describe('a published wording', () => {
  it('is in force from its day on, and of two the one that begins later', () => {
    const configs = [published(2, '2026-06-01', { publication: '六月起公开。' }), published(1, '2026-05-01', { publication: '五月起公开。' })];
    expect(['2026-04-30', '2026-05-01', '2026-06-01'].map((today) => wordingInForce(CFJD_WORDING, { configs, today }).version)).toEqual(['CFJD-2026-01', 'CFJD-P001', 'CFJD-P002']);
    expect(wordingInForce(CFJD_WORDING, { configs, today: '2026-07-01' }).texts.publication).toBe('六月起公开。');
  });

  it('prints on what is drafted while it is in force', () => {
    const context = decision(published(1, '2026-04-01', { publication: '本决定在本机关网站公开。' }));
    expect(documentData(context)['wordingVersion']).toBe('CFJD-P001');
    expect(printed(context)).toContain('本决定在本机关网站公开。');
  });

  it('stays with the paper issued in it, wherever that is drawn and whatever is published later', () => {
    const builtIn = issued(decision());
    const own = issued(decision(published(1, '2026-04-01', { publication: '新的说法。公开。' })));
    expect(printed(own)).toContain('新的说法。公开。');
    const later = [published(1, '2026-04-01', { publication: '别的说法。公开。' }), published(2, '2026-05-01', { publication: '再新的说法。公开。' })];
    expect(printed({ ...builtIn, configs: later })).toBe(printed(builtIn));
    expect(printed({ ...own, configs: later })).toBe(printed(own));
  });

  it('gives way to a built-in one that begins later: so a change of the law arrives', () => {
    const law: Wording<string> = { version: 'CFJD-2027-01', from: '2027-01-01', texts: { ...CFJD_WORDING[0].texts, remedies: '新法的救济途径' } };
    const configs = [published(1, '2026-05-01', {}), published(2, '2027-02-01', {})];
    const versions = [CFJD_WORDING[0], law] as const;
    expect(['2026-12-31', '2027-01-01', '2027-02-01'].map((today) => wordingInForce<string>(versions, { configs, today }).version)).toEqual(['CFJD-P001', 'CFJD-2027-01', 'CFJD-P002']);
  });

  it('takes from the release a text that did not exist when it was published', () => {
    const grown = [CFJD_WORDING[0], { version: 'CFJD-2026-02', from: '2026-02-01', texts: { ...CFJD_WORDING[0].texts, later: '后来增加的一段' } }] as const;
    expect(wordingOf<string>(grown, { wordingVersion: 'CFJD-P001', wordingTexts: CFJD_WORDING[0].texts }).texts['later']).toBe('后来增加的一段');
    expect(() => wordingOf(CFJD_WORDING, { wordingVersion: 'CFJD-P009' })).toThrow('CFJD-P009');
  });
});
