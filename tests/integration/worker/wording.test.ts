import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInTexts } from '#shared/domain/document/wording/check.ts';
import { OFFICE_PASSWORD, openOffice, type Office, today } from '#tests/helpers/office.ts';
import type { TestSession } from '#tests/helpers/server.ts';

const CASE = 'case-wording-1';
const NOTICE = `gzs-${CASE}`;
const COPIES = '本告知书共二份，一份送达当事人，一份由本机关存档。';

let office: Office;
let admin: TestSession;
let second: TestSession;

beforeAll(async () => {
  office = await openOffice();
  await office.noticeApproved(CASE);
  [admin, second] = [await office.server.signIn('admin', OFFICE_PASSWORD), await office.server.signIn('admin2', OFFICE_PASSWORD)];
});
afterAll(() => office.close());

const propose = (texts: Readonly<Record<string, string>>) => admin.call('proposeConfig', { kind: 'wording', key: 'GZS', effectiveFrom: today(), note: '示例', submit: true, body: { texts } });

test('what the law requires cannot be taken out of a wording, nor a place that the case fills', async () => {
  const texts = builtInTexts('GZS');
  expect(await propose({ ...texts, defence: '有意见可以反映。' })).toMatchObject({ ok: false, error: { code: 'FIELD_INVALID', details: { path: 'texts.defence' } } });
  expect(await propose({ ...texts, hearing: (texts['hearing'] ?? '').replaceAll('五个工作日', '一日') })).toMatchObject({ ok: false, error: { article: '行政处罚法第六十四条第（一）项' } });
  expect(await admin.call('configVersions', { kind: 'wording' })).toMatchObject({ value: { versions: [] } });
});

test('a changed wording is seen on the page before it is published, reaches the desks when a second person agrees, and stays on what was issued', async () => {
  const desk = await office.desk('jc01');
  const texts = { ...builtInTexts('GZS'), copies: COPIES };
  const lines = async (): Promise<string> => (await desk.must('document.lines', { documentId: NOTICE })).join('\n');
  for (const caseId of [CASE, null]) {
    const trial = await desk.must('wording.preview', { code: 'GZS', texts, caseId, channel: null });
    const asIs = await desk.must('wording.preview', { code: 'GZS', texts: builtInTexts('GZS'), caseId, channel: null });
    expect(trial.pages.length).toBeGreaterThan(0);
    expect(trial.pages).not.toEqual(asIs.pages);
  }
  expect(await lines()).not.toContain(COPIES);

  const proposed = await propose(texts);
  if (!proposed.ok) throw new Error(proposed.error.message);
  expect(await admin.call('reviewConfig', { id: proposed.value.id, agrees: true, opinion: '' })).toMatchObject({ error: { code: 'FORBIDDEN' } });
  expect(await second.call('reviewConfig', { id: proposed.value.id, agrees: true, opinion: '' })).toMatchObject({ value: { status: 'published' } });
  await desk.settled();
  expect(await desk.must('reference.configs', {})).toMatchObject([{ kind: 'wording', key: 'GZS', version: 1 }]);
  expect(await lines()).toContain(COPIES);

  await desk.submit('document.issue', CASE, { documentId: NOTICE });
  await desk.settled();
  expect((await desk.must('document.get', { documentId: NOTICE })).issued?.wordingVersion).toBe('GZS-P001');
  const again = await propose({ ...texts, copies: '本告知书一式二份。' });
  if (!again.ok) throw new Error(again.error.message);
  await second.call('reviewConfig', { id: again.value.id, agrees: true, opinion: '' });
  await desk.settled();
  expect(await lines()).toContain(COPIES);
});

test('documents of a case are exported as one PDF, drafts and issued ones alike', async () => {
  const desk = await office.desk('jc01');
  const ids = [`xcjc-${CASE}`, `dczj-${CASE}`, NOTICE];
  const pages = await Promise.all(ids.map(async (documentId) => (await desk.must('document.pdf', { documentId })).pages));
  const batch = await desk.must('document.batchPdf', { documentIds: ids });
  expect(batch.pages).toBe(pages.reduce((sum, each) => sum + each, 0));
  expect((await PDFDocument.load(batch.bytes, { updateMetadata: false })).getPageCount()).toBe(batch.pages);
  expect((await desk.refused('document.batchPdf', { documentIds: ['unknown-document'] })).code).toBe('NOT_FOUND');
});
