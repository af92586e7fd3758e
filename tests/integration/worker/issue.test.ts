import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '#tests/helpers/office.ts';
import { eventually } from '#tests/helpers/worker.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
  await office.noticeApproved('case-issue-1');
});
afterAll(() => office.close());

describe('issuing a numbered document', () => {
  it('is refused before it has a number where this machine cannot set it, and names the character', async () => {
    const desk = await office.desk('jc01');
    const named = (from: string | null, to: string | null) => desk.submit('document.edit', 'case-issue-1', { documentId: 'gzs-case-issue-1', changes: [{ path: 'contactPerson', from, to }] });
    await named(null, '钱𪸩');
    await desk.settled();
    const issue = { kind: 'document.issue', entityId: 'case-issue-1', payload: { documentId: 'gzs-case-issue-1' } } as const;
    expect(await desk.refused('command.submit', issue)).toMatchObject({ code: 'TYPESETTING_FAILED', message: expect.stringContaining('“𪸩”') as string });
    expect(await desk.must('document.get', { documentId: 'gzs-case-issue-1' })).toMatchObject({ status: 'draft', docNo: null });
    await named('钱𪸩', null);
    await desk.settled();
  });

  it('gets its number from the server, and its PDF is kept, reported and uploaded', async () => {
    const desk = await office.desk('jc01');
    const preview = await desk.must('document.preview', { documentId: 'gzs-case-issue-1', values: {} });
    expect(preview.pages.length).toBeGreaterThan(0);
    expect(preview.missing).toEqual([]);

    const file = await desk.submit('document.issue', 'case-issue-1', { documentId: 'gzs-case-issue-1' });
    const summary = file.documents.find((document) => document.id === 'gzs-case-issue-1');
    expect(summary?.docNo).toMatch(/^苏.*〔2026〕第?1号$/);

    const reported = await eventually(async () => (await desk.must('document.get', { documentId: 'gzs-case-issue-1' })).issued?.pdf ?? null);
    await desk.settled();
    await eventually(async () => (await desk.must('sync.state', {})).filesToUpload === 0);
    const pdf = await desk.must('document.pdf', { documentId: 'gzs-case-issue-1' });
    expect(pdf.sha256).toBe(reported.sha256);
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');

    const other = await office.desk('jc02');
    const fetched = await other.must('document.pdf', { documentId: 'gzs-case-issue-1' });
    expect(Buffer.from(fetched.bytes).equals(Buffer.from(pdf.bytes))).toBe(true);
    const toPrint = (await other.must('workbench.get', {})).toPrint;
    expect(toPrint.map((document) => document.documentId)).toContain('gzs-case-issue-1');
  });

  it('refuses a second issue at once, without anything left in the outbox', async () => {
    const desk = await office.desk('jc01');
    const error = await desk.refused('command.submit', { kind: 'document.issue', entityId: 'case-issue-1', payload: { documentId: 'gzs-case-issue-1' } });
    expect(error.code).toBe('DOCUMENT_IMMUTABLE');
    expect(await desk.must('outbox.list', {})).toEqual([]);
  });
});
