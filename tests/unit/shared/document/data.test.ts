import { describe, expect, it } from 'vitest';
import type { CommandContext } from '#shared/domain/case-file/apply.types.ts';
import { documentData, documentRules, missingFields, statutoryItemsMissing, typesetInput, warnings } from '#shared/domain/document/data.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import type { DocumentCode, DocumentFile } from '#shared/domain/document/document-file.ts';
import { fillIn, wordingInForce, wordingOf } from '#shared/domain/document/wording/wording.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { OFFICERS, UNPERMITTED_WORK, sampleCase, sampleContext } from '#tests/helpers/documents.ts';

const DRAFT = { draft: true, createdAt: '2026-04-20T02:00:00Z' };

function issue(code: DocumentCode, changes: Parameters<typeof sampleContext>[2] = {}) {
  const context = sampleContext(code, 'unit', changes);
  const documents = new Map([[context.document.id, context.document]]);
  if (context.about !== null) documents.set(context.about.id, context.about);
  if (code === 'CFJD') documents.set('document-GZS', servedGzs());
  const services = [...context.file.services, { ...context.file.services[0]!, id: 'service-2', documentId: 'document-GZS' }];
  const command: CommandContext = {
    now: '2026-04-20T02:00:00Z', today: '2026-04-20', actor: OFFICERS.get('officer-1')!, officers: OFFICERS, violations: new Map([[UNPERMITTED_WORK.id, UNPERMITTED_WORK]]),
    calendar: context.calendar, settings: DEFAULT_SETTINGS, documents: documentRules,
  };
  return documentRules.issueData({ file: { ...context.file, services }, documents }, context.document.id, command);
}

/** The notice as it was issued, from the same case. */
function servedGzs(): DocumentFile {
  const context = sampleContext('GZS');
  const issuedOn = { issuedBy: 'leader-1', issuedAt: '2026-03-27T01:00:00Z', issuedOn: '2026-03-27', pdf: null };
  return { ...context.document, status: 'issued', docNo: '苏住建监罚告字〔2026〕第1号', issued: { data: documentData(context), wordingVersion: 'GZS-2026-01', ...issuedOn } };
}

function issued(context: DocumentContext): DocumentContext {
  const result = issue(context.document.code);
  if (!result.ok) throw new Error(result.error.message);
  const document = {
    ...context.document, status: 'issued' as const, docNo: '苏住建监罚字〔2026〕第1号',
    issued: { ...result.value, issuedBy: 'leader-1', issuedAt: '2026-04-20T02:00:00Z', issuedOn: '2026-04-20', pdf: null },
  };
  return { ...context, document };
}

describe('typed values', () => {
  it('lie over what the case fills in; an empty entry does not', () => {
    const typed = sampleContext('CFJD', 'unit', { document: { values: { facts: '改写的事实。', nature: '  ' } } });
    expect(documentData(typed)).toMatchObject({ facts: '改写的事实。', nature: sampleCase().nature });
  });

  it('cannot reach what is no field: party, penalty and statutory wording stay those of the case', () => {
    const typed = sampleContext('CFJD', 'unit', { document: { values: { penalty: { kinds: [], fineFen: 1 }, authority: '别的机关', wordingVersion: 'x' } } });
    expect(documentData(typed)).toEqual(documentData(sampleContext('CFJD')));
  });
});

describe('issuing', () => {
  it.each([['LASP'], ['XCJC'], ['XWBL'], ['DCZJ'], ['GZS'], ['FZSH'], ['CFJD'], ['SDHZ']] as const)('freezes the data of %s as plain JSON with the wording version', (code) => {
    const result = issue(code);
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.wordingVersion).toBe(`${code}-2026-01`);
    expect(JSON.parse(JSON.stringify(result.value.data))).toEqual(result.value.data);
  });

  it('refuses with the names of what is missing', () => {
    const result = issue('XWBL', { document: { values: {} } });
    expect(result).toMatchObject({ ok: false, error: { code: 'DOCUMENT_INCOMPLETE' } });
    if (!result.ok) {
      expect(result.error.message).toContain('询问开始时间');
      expect(result.error.details?.['missing']).toContainEqual({ key: 'dialogue', label: '询问和回答' });
    }
  });

  it('refuses a decision without a statutory item (Administrative Penalty Law, art. 59)', () => {
    const party = { ...sampleCase().party!, address: '' };
    expect(issue('CFJD', { file: { party } })).toMatchObject({
      ok: false,
      error: { code: 'STATUTORY_ITEMS_MISSING', article: '行政处罚法第五十九条', details: { missing: [{ key: 'party', label: '当事人的姓名或者名称、地址' }] } },
    });
  });

  it('refuses an unknown document', () => {
    expect(documentRules.issueData({ file: sampleCase(), documents: new Map() }, 'none', {} as CommandContext)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('the six statutory items', () => {
  const data = { ...documentData(sampleContext('CFJD')), issuedOn: '2026-04-20' };

  it('are all there in a complete decision', () => {
    expect(statutoryItemsMissing(data)).toEqual([]);
  });

  it.each([
    ['party', { party: null }], ['facts', { evidence: [] }], ['facts', { facts: '' }], ['penalty', { basis: '' }], ['penalty', { penalty: null }],
    ['performance', { performance: ' ' }], ['remedies', { court: '' }], ['authority', { issuedOn: '' }],
  ] as const)('misses %s', (key, change) => {
    expect(statutoryItemsMissing({ ...data, ...change }).map((item) => item.key)).toEqual([key]);
  });
});

describe('an issued document', () => {
  it('is drawn from what was frozen, whatever became of the case', () => {
    const before = issued(sampleContext('CFJD'));
    const after = { ...before, file: { ...before.file, party: null, facts: '改过的事实', evidence: [] }, settings: { ...before.settings, authorityName: '改名的机关' }, today: '2027-01-01' };
    expect(typesetInput(after, { ...DRAFT, draft: false })).toEqual(typesetInput(before, { ...DRAFT, draft: false }));
  });

  it('carries its number and the day of issue, not of printing', () => {
    const text = JSON.stringify(typesetInput({ ...issued(sampleContext('CFJD')), today: '2026-12-31' }, { ...DRAFT, draft: false }).blocks);
    expect(text).toContain('苏住建监罚字〔2026〕第1号');
    expect(text).toContain('2026年4月20日');
    expect(text).not.toContain('2026年12月31日');
  });
});

describe('warnings', () => {
  it('name every unconfirmed setting that the document rests on, and print none of it', () => {
    const found = warnings(sampleContext('CFJD'));
    expect(found).toContainEqual(expect.stringContaining('有管辖权的人民法院'));
    expect(found).toContainEqual(expect.stringContaining('罚没款账号'));
    expect(JSON.stringify(typesetInput(sampleContext('CFJD'), DRAFT).blocks)).not.toMatch(/未核实|待确认/u);
  });

  it('are silent once the bureau has confirmed', () => {
    const context = sampleContext('CFJD', 'unit', { file: { discretion: { ...sampleCase().discretion, tier: null } } });
    expect(warnings({ ...context, settings: { ...context.settings, unverified: [] } })).toEqual([]);
  });

  it('name a violation from memory and a clause that could not be written out', () => {
    const context = sampleContext('GZS');
    const violation = { ...UNPERMITTED_WORK, evidenceFlag: 'U' as const, basis: '住房租赁条例(U)' };
    const found = warnings({ ...context, violations: new Map([[violation.id, violation]]) });
    expect(found).toContainEqual(expect.stringContaining('未核实，请对照法律文本'));
    expect(found).toContainEqual(expect.stringContaining('法律条款未能写成全称'));
  });
});

describe('wording', () => {
  const versions = [{ version: 'a', from: '2026-01-01', texts: { one: '{x}年' } }, { version: 'b', from: '2026-07-01', texts: { one: '新{x}' } }] as const;

  it('is that of the day for drafts and that of issue for issued documents', () => {
    expect(wordingInForce([...versions], { today: '2026-06-30' }).version).toBe('a');
    expect(wordingInForce([...versions], { today: '2026-07-01' }).version).toBe('b');
    expect(wordingInForce([...versions], { today: '2025-01-01' }).version).toBe('a');
    expect(wordingOf([...versions], { wordingVersion: 'a' }).texts.one).toBe('{x}年');
    expect(() => wordingOf([...versions], { wordingVersion: 'c' })).toThrow('unknown wording');
  });

  it('is filled completely or not at all', () => {
    expect(fillIn('{x}年{y}月', { x: '2026', y: '4' })).toBe('2026年4月');
    expect(() => fillIn('{x}年', {})).toThrow('{x}');
  });
});

it('missing fields disappear as they are typed', () => {
  const empty = sampleContext('XCJC', 'unit', { document: { values: {} } });
  expect(missingFields(empty).map((item) => item.key)).toEqual(['startAt', 'endAt', 'findings', 'comment']);
  expect(missingFields(sampleContext('XCJC'))).toEqual([]);
});

describe('a case of a county-level city', () => {
  const away = (code: DocumentCode, values: Readonly<Record<string, unknown>> = {}): DocumentContext => {
    const context = sampleContext(code, 'unit', { file: { district: '320583' } });
    return { ...context, document: { ...context.document, values: { ...context.document.values, ...values } } };
  };

  it.each(['CFJD', 'DCCF', 'BYCF', 'BGCX', 'JCFK', 'CFKY', 'YCCF', 'ZGTZ', 'TGTZ'] as const)('is warned of on %s, which can name its own government (domain notes §1.10)', (code) => {
    expect(warnings(away(code)).join()).toContain('本案由昆山市办理');
    expect(warnings(sampleContext(code)).join()).not.toContain('本级人民政府');
    const blocks = JSON.stringify(typesetInput(away(code, { reconsiderationOrgan: '昆山市人民政府' }), { draft: true, createdAt: '2026-04-20T02:00:00Z' }).blocks);
    expect(blocks).toContain('向昆山市人民政府申请行政复议');
    expect(blocks).not.toContain('苏州市人民政府');
  });
});
