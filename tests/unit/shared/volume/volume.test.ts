import { describe, expect, it } from 'vitest';
import { DOCUMENT_CODES } from '#shared/domain/document/document-file.ts';
import { EVIDENCE_KIND_KEYS } from '#shared/domain/evidence/evidence.ts';
import { arrange, leftOut, numberPages, pageRange } from '#shared/domain/volume/arrange.ts';
import { catalogueXml } from '#shared/domain/volume/catalogue-xml.ts';
import { missingPapers } from '#shared/domain/volume/missing.ts';
import { BINDING_CODES, VOLUME_PROFILE_KEYS, VOLUME_PROFILES } from '#shared/domain/volume/profile.ts';
import { FULL_SCORE, scoreVolume } from '#shared/domain/volume/score.ts';
import { walkTo } from '#tests/helpers/cases.ts';

const { file } = walkTo('CLOSED');

describe.each(VOLUME_PROFILE_KEYS)('the order %s', (key) => {
  it('has one place for every kind of document and evidence but the sheets of the volume itself and receipts', () => {
    const { sections } = VOLUME_PROFILES[key];
    const codes = sections.flatMap((section) => section.codes);
    expect(new Set(codes).size).toBe(codes.length);
    const placed = new Set([...codes, ...BINDING_CODES, 'SDHZ']);
    expect(DOCUMENT_CODES.filter((code) => !placed.has(code))).toEqual([]);
    expect(sections.flatMap((section) => section.evidence).sort()).toEqual([...EVIDENCE_KIND_KEYS].sort());
  });

  it('leaves no issued paper of a closed case out', () => {
    expect(leftOut(file, key)).toEqual([]);
  });
});

describe('the items of a volume', () => {
  const items = arrange(file, 'eight-classes', '苏州市住房和城乡建设局');

  it('stand in the order of the profile: the decision before the evidence, and in two volumes before the notice it rests on', () => {
    const titles = items.map((item) => item.title);
    expect(titles.indexOf('行政处罚决定书')).toBeLessThan(titles.indexOf('现场检查笔录'));
    expect(titles.indexOf('行政处罚意见告知书')).toBeLessThan(titles.indexOf('行政处罚决定书'));
    expect(arrange(file, 'two-volumes', '局').slice(0, 2).map((item) => item.title)).toEqual(['行政处罚决定书', '行政处罚意见告知书']);
  });

  it('stand by their day in each of the eight classes, each receipt still behind its paper; kind by kind in two volumes', () => {
    const of = (day: string, id: string) => ({ ...file.evidence[0]!, id, title: id, kind: 'documentary' as const, takenAt: `${day}T02:00:00Z`, addedAt: `${day}T03:00:00Z` });
    const more = { ...file, evidence: [of('2020-01-01', '最早的合同'), of('2030-01-01', '最晚的合同')] };
    const class3 = arrange(more, 'eight-classes', '局').filter((item) => item.section === '证据' && !item.title.includes('回证'));
    expect(class3.map((item) => item.on)).toEqual(class3.map((item) => item.on).toSorted());
    expect([class3[0]?.title, class3.at(-1)?.title]).toEqual(['最早的合同', '最晚的合同']);
    const listed = arrange(more, 'two-volumes', '局').map((item) => item.title);
    expect(listed.indexOf('最早的合同')).toBeGreaterThan(listed.indexOf('现场检查笔录'));
    items.forEach((item, at) => { if (item.title.endsWith('的送达回证')) expect(items[at - 1]?.title).toBe(item.title.replace('的送达回证', '')); });
  });

  it('are numbered from 1 in each volume without a gap; an exhibit without pages takes none', () => {
    const split = arrange(file, 'two-volumes', '局');
    const numbered = numberPages(split, (item) => (item.kind === 'evidence' ? 0 : 3));
    for (const volume of ['main', 'sub'] as const) {
      const paged = numbered.filter((item) => item.volume === volume && item.pages > 0);
      paged.forEach((item, index) => { expect([item.from, item.to]).toEqual([index * 3 + 1, index * 3 + 3]); });
    }
    const licence = numbered.find((item) => item.title === '营业执照复印件');
    expect(licence === undefined ? '' : pageRange(licence)).toBe('未附');
    expect(pageRange({ ...numbered[0]!, from: 4, to: 4 })).toBe('4');
    expect(pageRange({ ...numbered[0]!, from: 4, to: 6 })).toBe('4—6');
  });

  it('take the day from what was typed, and from the entry where that is words', () => {
    const odd = { ...file, evidence: file.evidence.map((each) => ({ ...each, takenAt: '开工前' })) };
    expect(arrange(odd, 'eight-classes', '局').find((item) => item.kind === 'evidence')?.on).toBe('2026-03-04');
  });
});

describe('the catalogue in XML', () => {
  it('escapes what was typed, and names file and hash of every piece', () => {
    const items = numberPages(arrange({ ...file, evidence: file.evidence.map((each) => ({ ...each, title: '合同<A&B>"\u0001' })) }, 'eight-classes', '局'), () => 2);
    const identity = { authority: '局', caseNo: '1', title: '案', year: '2026', archiveNo: '', retention: '', filedOn: '', closedOn: '', officers: '' };
    const xml = catalogueXml(identity, items, (item) => [{ path: `文书/${item.id}.pdf`, sha256: 'ab'.repeat(32) }]);
    expect(xml).toContain('<题名>合同&#60;A&#38;B&#62;&#34;</题名>');
    expect(xml.match(/<件 /gu)).toHaveLength(items.length);
    expect(xml.match(/SHA-256="(ab){32}"/gu)).toHaveLength(items.length);
    expect(xml).toMatch(/<起始页>1<\/起始页>\n\s*<终止页>2<\/终止页>/u);
  });
});

describe('what a volume lacks', () => {
  it('names the paper, the article, and whether the decision stands without it', () => {
    const without = { ...file, documents: file.documents.filter((document) => document.code !== 'GZS') };
    expect(missingPapers(without)).toContainEqual(expect.objectContaining({ title: '行政处罚意见告知书', veto: true, article: expect.stringContaining('行政处罚法第四十四条') as string }));
    expect(missingPapers(file).map((paper) => paper.title)).not.toContain('行政处罚意见告知书');
  });

  it('costs points, and a veto paper the whole volume; a person may decide otherwise', () => {
    const missing = [{ title: '询问笔录', why: '', article: '', veto: false }];
    const score = scoreVolume(file, missing);
    expect(score.items.find((item) => item.key === 'records')).toMatchObject({ result: 'fail' });
    expect(score.rejected).toBe(false);
    expect(scoreVolume(file, [{ ...missing[0]!, title: '行政处罚意见告知书', veto: true }]).rejected).toBe(true);
    expect(scoreVolume(file, missing, { records: { pass: true, note: '原件在检察院' } }).points).toBe(score.points + 10);
  });

  it('leaves what only a person can tell to a person, and the points add up to a hundred', () => {
    const { items } = scoreVolume(file, []);
    expect(items.filter((item) => item.result === 'manual').map((item) => item.key)).toContain('nature');
    expect(items.reduce((sum, item) => sum + item.points, 0)).toBe(FULL_SCORE);
  });
});
