import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import { USUAL_DOCUMENTS } from '#shared/domain/document/expected.ts';
import { sampleContext } from '#tests/helpers/documents.ts';
import { batchPdf, type BatchSource } from '#worker/documents/batch.ts';
import { poppler } from '../typesetting/poppler.ts';
import { typesetter } from '../typesetting/setup.ts';

function input(code: DocumentCode, facts = '') {
  return typesetInput(sampleContext(code, 'unit', facts === '' ? {} : { file: { facts } }), { draft: true, createdAt: '2026-04-20T02:00:00Z' });
}

const source: BatchSource = {
  find: (id) => ({ code: id as DocumentCode, docNo: id === 'CFJD' ? '苏住建监罚字〔2026〕第1号' : null }),
  pdf: (id) => Promise.resolve(typesetter().pdf(input(id as DocumentCode))),
};

/** The best of some tries: what the work takes, and not what else the machine does. */
function fastest(work: (run: number) => void): number {
  return Math.min(...[1, 2, 3].map((run) => {
    const started = performance.now();
    work(run);
    return performance.now() - started;
  }));
}

describe('several documents at once', () => {
  it('become one PDF in the order given, each on pages of its own and named in the bookmarks', async () => {
    const { bytes, pages } = await batchPdf(source, USUAL_DOCUMENTS);
    const single = await Promise.all(USUAL_DOCUMENTS.map((code) => source.pdf(code)));
    expect(pages).toBe(single.reduce((sum, each) => sum + each.pages, 0));
    expect((await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount()).toBe(pages);
    const text = poppler('pdftotext', bytes).replace(/\s/gu, '');
    const at = ['立案审批表', '现场检查笔录', '询问笔录', '案件调查终结报告', '行政处罚意见告知书', '法制审核意见书', '行政处罚决定书', '送达回证'].map((title) => text.indexOf(title));
    expect(at.every((position) => position >= 0)).toBe(true);
    expect(poppler('pdfinfo', bytes)).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/u);
  });

  it('and one alone stays the very file it is', async () => {
    const one = await source.pdf('CFJD');
    const { bytes } = await batchPdf(source, ['CFJD']);
    expect(Buffer.from(bytes).equals(Buffer.from(one.bytes))).toBe(true);
    await expect(batchPdf(source, [])).rejects.toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  it('stand ready for the printer in under a second, a case\'s eight usual documents', () => {
    typesetter().svgPages(input('LASP'));
    // Another text each time, so that no page is taken from the compiler's memory.
    const milliseconds = fastest((run) => { for (const code of USUAL_DOCUMENTS) expect(typesetter().svgPages(input(code, `第${run}次试排。`.repeat(20 + run))).pages.length).toBeGreaterThan(0); });
    console.log(`eight usual documents typeset in ${Math.round(milliseconds)} ms`);
    expect(milliseconds).toBeLessThan(1000);
  });
});
