import { describe, expect, it } from 'vitest';
import type { Block, FormCell, Inline, TypesetInput } from '#shared/domain/document/blocks.ts';
import { typesetInput } from '#shared/domain/document/data.ts';
import { DOCUMENT_CODES, type DocumentCode } from '#shared/domain/document/document-file.ts';
import { sampleContext } from '#tests/helpers/documents.ts';
import { docxOf } from '#worker/docx/docx.ts';
import { unzip } from './zip.ts';

function input(code: DocumentCode, draft = false): TypesetInput {
  return typesetInput(sampleContext(code), { draft, createdAt: '2026-04-20T02:00:00Z' });
}

async function parts(code: DocumentCode, draft = false): Promise<ReadonlyMap<string, string>> {
  return unzip(await docxOf(input(code, draft)));
}

function body(files: ReadonlyMap<string, string>): string {
  return files.get('word/document.xml') ?? '';
}

function plain(xml: string): string {
  return [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>([^<]*)<\/w:t>/gu)].map(([tag]) => tag.replace(/<[^>]*>/gu, '')).join('')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&').replace(/\s/gu, '');
}

function inlineText(item: Inline | Block): string {
  if (typeof item === 'string') return item;
  return 'kind' in item ? blockText(item) : item.text;
}

function cellText(cell: FormCell): string {
  return cell.content.map(inlineText).join('');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph': return block.runs.map(inlineText).join('');
    case 'form': return block.rows.map((row) => row.cells.map(cellText).join('')).join('');
    case 'table': return [block.columns.map((column) => column.title), ...block.rows].flat().join('');
    case 'dialogue': return block.items.map((item) => `问：${item.question}答：${item.answer}`).join('');
    case 'signatures': return block.items.map((item) => `${item.label}：${item.name ?? ''}${item.date === true ? '年月日' : ''}`).join('');
    case 'seal': return `${block.authority}${block.date}`;
    case 'end-of-text': return '（以下空白）';
    case 'sheet-signatures':
    case 'qr':
    case 'space': return '';
    default: return block.text;
  }
}

/** Every tag that is opened is closed, in order. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, closing, name, , self] of xml.matchAll(/<(\/?)([\w:]+)((?:\s[^<>]*?)?)(\/?)>/gu)) {
    if (self === '/') continue;
    if (closing !== '/') open.push(name ?? '');
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

describe('the Word file', () => {
  it.each(DOCUMENT_CODES.map((code) => [code]))('%s says word for word what its PDF says, in their order', async (code) => {
    const files = await parts(code);
    expect(plain(body(files))).toBe(input(code).blocks.map(blockText).join('').replace(/\s/gu, ''));
    for (const [name, xml] of files) if (name.endsWith('.xml')) expect(wellFormed(xml), name).toBe(true);
  });

  it('spans the columns of a form as its rows say, 156 mm together', async () => {
    const form = input('FZSH').blocks.find((block) => block.kind === 'form');
    const [table = ''] = /<w:tbl>.*?<\/w:tbl>/su.exec(body(await parts('FZSH'))) ?? [];
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map((match) => Number(match[1]));
    expect(widths).toHaveLength(form?.columns.length ?? 0);
    expect(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 8844)).toBeLessThan(5);
    for (const row of table.split('<w:tr>').slice(1)) {
      const spans = row.split('<w:tc>').slice(1).map((cell) => Number(/<w:gridSpan w:val="(\d+)"\/>/u.exec(cell)?.[1] ?? 1));
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(widths.length);
    }
  });

  it('begins an annex on a sheet of its own, as its PDF does', async () => {
    const paragraphs = (xml: string): readonly string[] => xml.split('<w:p>').filter((part) => part.includes('<w:pageBreakBefore/>')).map(plain);
    expect(input('CFKY').blocks.filter((block) => block.kind === 'title')).toHaveLength(2);
    expect(paragraphs(body(await parts('CFKY')))).toHaveLength(1);
    expect(paragraphs(body(await parts('CFJD')))).toEqual([]);
  });

  it('sets a letter on A4 with the margins and line pitch of GB/T 9704-2012', async () => {
    const xml = body(await parts('CFJD'));
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
    expect(xml).toContain('w:line="579" w:lineRule="exact"');
    expect(xml).toContain('w:firstLine="640"');
    expect(xml).toContain('w:eastAsia="仿宋"');
  });

  it('keeps the seal with the paragraph before it', async () => {
    const paragraphs = body(await parts('CFJD')).split('<w:p>').slice(1);
    const copies = paragraphs.findIndex((part) => part.includes('本决定书一式三份'));
    expect(paragraphs.slice(copies, copies + 4).every((part) => part.includes('<w:keepNext/>'))).toBe(true);
  });

  it('carries the signature line of a record at the foot of every sheet', async () => {
    const files = await parts('XWBL');
    const footers = [...files].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => plain(xml));
    expect(footers).toHaveLength(2);
    for (const footer of footers) expect(footer).toContain('签名：');
  });

  it('marks a draft on every page, an issued document nowhere', async () => {
    const [draft, issued] = [await parts('CFJD', true), await parts('CFJD')];
    const headers = (files: ReadonlyMap<string, string>) => [...files].filter(([name]) => name.startsWith('word/header')).map(([, xml]) => plain(xml));
    expect(headers(draft)).toEqual(['草稿', '草稿']);
    expect(headers(issued)).toEqual([]);
  });
});
