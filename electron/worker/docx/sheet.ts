import { AlignmentType, BorderStyle, Footer, Header, type ISectionOptions, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { SignaturePlace, TypesetInput } from '#shared/domain/document/blocks.ts';
import { face, MARGINS, points, TEXT_WIDTH, twips } from './measures.ts';
import { runs } from './paragraphs.ts';

const A4 = { width: twips(210), height: twips(297) } as const;
const GREY = '999999';

function song(children: (string | (typeof PageNumber)[keyof typeof PageNumber])[], size: number): TextRun {
  return new TextRun({ children, size, font: face('song') });
}

/** 「— 1 —」: odd pages right, even pages left, one character in (GB/T 9704-2012). */
function letterFooter(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [new Paragraph({ children: [song(['— ', PageNumber.CURRENT, ' —'], 28)], alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT, indent: { [side]: points(14) } })],
  });
}

/** The signature line of a record on every sheet, spread over the width. */
function sheetSignatures(items: readonly SignaturePlace[]): Paragraph[] {
  if (items.length === 0) return [];
  const stops = items.slice(1).map((_, index) => ({ type: TabStopType.LEFT, position: Math.round((TEXT_WIDTH * (index + 1)) / items.length) }));
  const text = items.map((item) => `${item.label}：${item.name ?? ''}`).join('\t');
  return [new Paragraph({ children: runs([text], 24), tabStops: stops, border: { top: { style: BorderStyle.SINGLE, size: 5, space: 6, color: '000000' } }, spacing: { after: points(14) } })];
}

function formFooter(items: readonly SignaturePlace[]): Footer {
  const count = new Paragraph({ alignment: AlignmentType.CENTER, children: [song(['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'], 21)] });
  return new Footer({ children: [...sheetSignatures(items), count] });
}

/** A draft says so at the head of every page. */
function draftHeader(): Header {
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: '草　稿', size: 36, color: GREY, font: face('hei') })] })] });
}

/** Paper, margins, header and footer of the style. */
export function sheet(input: TypesetInput, signatures: readonly SignaturePlace[]): Omit<ISectionOptions, 'children'> {
  const margin = input.style === 'letter' ? MARGINS.letter : signatures.length > 0 ? MARGINS.record : MARGINS.form;
  const footers = input.style === 'letter' ? { default: letterFooter('right'), even: letterFooter('left') } : { default: formFooter(signatures), even: formFooter(signatures) };
  return {
    properties: { page: { size: A4, margin: { ...margin, header: twips(12) } } },
    ...(input.draft ? { headers: { default: draftHeader(), even: draftHeader() } } : {}),
    footers,
  };
}
