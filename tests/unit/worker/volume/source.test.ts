import { PDFDocument, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { foreignPdf, paper, scannedPdf, volumeTypesetter } from '#tests/helpers/volume.ts';
import { calmAnnotations } from '#worker/volume/annotations.ts';
import { inspectPdf } from '#worker/volume/source.ts';

async function locked(passwords: { readonly userPassword: string; readonly ownerPassword: string }): Promise<Uint8Array> {
  const document = await PDFDocument.load(await foreignPdf(2));
  document.encrypt(passwords);
  return document.save({ useObjectStreams: false });
}

describe('a PDF of another origin', () => {
  it('is counted, and fonts it does not bring along are named', async () => {
    const facts = await inspectPdf(await foreignPdf(3));
    expect(facts.pages).toBe(3);
    expect(facts.faults.join()).toMatch(/字体未嵌入（Helvetica）/);
  });

  it('is clean when it is a scan, and when it says of itself that it is PDF/A', async () => {
    expect(await inspectPdf(await scannedPdf(2, 5))).toEqual({ pages: 2, faults: [] });
    expect(await inspectPdf(paper(volumeTypesetter(), '立案审批表', 2))).toEqual({ pages: 2, faults: [] });
  });

  it('stays apart when it asks for a password to be opened; one locked only against changes is merged and named', async () => {
    expect(await inspectPdf(await locked({ userPassword: 'secret', ownerPassword: 'owner' }))).toEqual({ pages: 0, faults: ['文件设有打开密码，不能并入案卷，另存原件'] });
    const open = await inspectPdf(await locked({ userPassword: '', ownerPassword: 'owner' }));
    expect(open.pages).toBe(2);
    expect(open.faults[0]).toBe('文件设有加密');
  });

  it('stays apart when it cannot be read', async () => {
    expect(await inspectPdf(new TextEncoder().encode('%PDF-1.7 cut off'))).toMatchObject({ pages: 0, faults: [expect.stringContaining('无法读取')] });
  });

  it('keeps a stamp that is seen and loses what acts', async () => {
    const document = await PDFDocument.load(await foreignPdf(1));
    const { context } = document;
    const appearance = context.register(context.stream('0 0 50 50 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 50, 50] }));
    const stamp = context.register(context.obj({ Type: 'Annot', Subtype: 'Stamp', Rect: [0, 0, 50, 50], AP: { N: appearance }, A: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } }));
    const link = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 50, 50], A: { S: 'URI', URI: PDFString.of('https://example.com') } }));
    const page = document.getPage(0);
    page.node.set(PDFName.of('Annots'), context.obj([stamp, link]));
    calmAnnotations(document, page);
    const left = page.node.Annots()?.asArray() ?? [];
    expect(left).toEqual([stamp]);
    const kept = context.lookup(stamp);
    expect(String(kept)).not.toContain('JavaScript');
    expect(String(kept)).toContain(`/F ${String(PDFNumber.of(4))}`);
  });
});
