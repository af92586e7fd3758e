import { describe, expect, it } from 'vitest';
import { selectPages } from '#main/printing/page-selection.ts';
import { fileName } from '#main/printing/file-name.ts';
import { reprintMark, sheetHtml } from '#main/printing/sheet.ts';

const PAGES = ['1', '2', '3', '4', '5'];

describe('pages to print', () => {
  it('are all when no range is given', () => {
    expect(selectPages(PAGES, [])).toEqual({ ok: true, value: PAGES });
  });

  it('come in the order of the document, each once', () => {
    expect(selectPages(PAGES, [{ from: 4, to: 5 }, { from: 2, to: 2 }, { from: 4, to: 4 }])).toEqual({ ok: true, value: ['2', '4', '5'] });
  });

  it.each([{ from: 0, to: 1 }, { from: 3, to: 2 }, { from: 5, to: 6 }])('are refused beyond the document: %j', (range) => {
    const refused = selectPages(PAGES, [range]);
    expect(refused.ok ? null : refused.error).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'ranges', pages: 5 } });
    expect(refused.ok ? '' : refused.error.message).toContain('共 5 页');
  });
});

describe('file name of an export', () => {
  it('keeps Chinese and the brackets of a number', () => {
    expect(fileName('行政处罚决定书 苏住建罚〔2026〕第3号.pdf', 'pdf')).toBe('行政处罚决定书 苏住建罚〔2026〕第3号.pdf');
  });

  it('cannot leave its folder and is never empty', () => {
    expect(fileName('../../etc/passwd', 'pdf')).toBe('_.._etc_passwd.pdf');
    expect(fileName('C:\\a:b*?.PDF', 'pdf')).toBe('C__a_b__.pdf');
    expect(fileName(' .. ', 'pdf')).toBe('文书.pdf');
    expect(fileName(`${'长'.repeat(300)}`, 'pdf')).toHaveLength(124);
  });

  it('ends as its kind does, whatever was proposed', () => {
    expect(fileName('行政处罚决定书.pdf', 'docx')).toBe('行政处罚决定书.docx');
    expect(fileName('行政处罚决定书.docx', 'docx')).toBe('行政处罚决定书.docx');
  });
});

describe('print page', () => {
  it('holds one picture a sheet and nothing that runs', () => {
    const html = sheetHtml(2, '立案审批表', '');
    expect(html.match(/<img src="[12]\.svg" alt="">/g)).toHaveLength(2);
    expect(html).toContain('<title>立案审批表</title>');
    expect(html).not.toMatch(/<script|https?:|style=|<p>/);
  });

  it('says on every sheet of a reprint which print it is, and nothing on the first', () => {
    expect([0, 1, 2].map(reprintMark)).toEqual(['', '第 2 次打印', '第 3 次打印']);
    expect(sheetHtml(3, '询问笔录', reprintMark(1)).match(/<p>第 2 次打印<\/p>/g)).toHaveLength(3);
  });
});
