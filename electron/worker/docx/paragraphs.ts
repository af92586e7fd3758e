import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TabStopType, TextRun } from 'docx';
import type { Block, FontRole, Inline, ParagraphBlock, SignaturePlace } from '#shared/domain/document/blocks.ts';
import { type Body, CELL, face, halfCharacters, points, TEXT_WIDTH } from './measures.ts';

const ALIGNMENTS = { left: AlignmentType.JUSTIFIED, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const LEVEL_FACES: Readonly<Record<number, FontRole>> = { 1: 'hei', 2: 'kai' };

/** Runs of a paragraph; a line break in a text becomes a break of the line. */
export function runs(items: readonly Inline[], size: number, role: FontRole = 'fangsong'): TextRun[] {
  return items.flatMap((item) => {
    const { text, bold = false, underline = false, font = role } = typeof item === 'string' ? { text: item } : item;
    return text.split(/\r?\n/u).map((line, index) => new TextRun({ text: line, size, font: face(font), bold, ...(underline ? { underline: {} } : {}), ...(index > 0 ? { break: 1 } : {}) }));
  });
}

/** Line pitch as in the PDF: exact in a letter, which stands on a grid; at least that in a form. */
export function spacing(body: Body, before = 0, after = 0): NonNullable<IParagraphOptions['spacing']> {
  return { line: body.pitch, lineRule: body.style === 'letter' ? LineRuleType.EXACT : LineRuleType.AT_LEAST, before, after };
}

export function paragraph(block: ParagraphBlock, body: Body, keepNext = false): Paragraph {
  const align = block.align ?? 'left';
  const role = LEVEL_FACES[block.level ?? 0] ?? 'fangsong';
  const indented = (block.indent ?? true) && align === 'left';
  return new Paragraph({
    children: runs(block.runs, body.size, role), alignment: ALIGNMENTS[align], spacing: spacing(body), keepNext: keepNext || role !== 'fangsong',
    ...(indented ? { indent: { firstLine: body.indent } } : {}),
  });
}

/** Text of a cell: smaller, without an indent. */
export function cellParagraph(items: readonly Inline[], options: { readonly label: boolean; readonly align: 'left' | 'center' | 'right' }): Paragraph {
  return new Paragraph({
    children: runs(items, CELL.size, options.label ? 'hei' : 'fangsong'), alignment: options.align === 'left' ? AlignmentType.LEFT : ALIGNMENTS[options.align],
    spacing: { line: CELL.pitch, lineRule: LineRuleType.AT_LEAST },
  });
}

/** Authority, title or number at the head. */
export function headLine(block: Extract<Block, { kind: 'authority' | 'title' | 'number' }>, body: Body, newSheet = false): Paragraph {
  const letter = body.style === 'letter';
  const size = block.kind === 'title' || (letter && block.kind === 'authority') ? 44 : block.kind === 'authority' ? 32 : letter ? 32 : 24;
  const align = block.kind === 'number' ? (block.align ?? (letter ? 'center' : 'right')) : 'center';
  const role: FontRole = block.kind === 'title' || (letter && block.kind === 'authority') ? 'title' : 'fangsong';
  const after = block.kind === 'number' ? (letter ? body.pitch : points(6)) : letter ? 0 : points(10);
  return new Paragraph({
    children: runs([block.text], size, role), alignment: ALIGNMENTS[align], keepNext: true, pageBreakBefore: newSheet,
    spacing: { line: points(size / 2 + 11), lineRule: LineRuleType.AT_LEAST, before: letter && block.kind === 'number' ? body.pitch / 2 : 0, after },
  });
}

/** One line a place: label and name, room to sign, the date at the right edge. */
export function signatureLines(items: readonly SignaturePlace[], body: Body): Paragraph[] {
  return items.map((item, index) => new Paragraph({
    children: runs([`${item.label}：${item.name ?? ''}`, ...(item.date === true ? ['\t　　　　年　　月　　日'] : [])], body.size),
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }], spacing: spacing(body, index === 0 ? body.pitch : points(6)), keepNext: index < items.length - 1,
  }));
}

/** Two empty lines for the seal, the authority centred on the date, the date four characters in from the right; never alone on a page. */
export function sealLines(block: Extract<Block, { kind: 'seal' }>, body: Body): Paragraph[] {
  const half = body.size * 5;
  const [name, date] = [halfCharacters(block.authority) * half, halfCharacters(block.date) * half];
  const dateIndent = 4 * body.size * 10;
  const line = (text: string, right: number, keepNext: boolean): Paragraph => new Paragraph({
    children: runs([text], body.size), alignment: AlignmentType.RIGHT, indent: { right: Math.max(0, Math.round(right)) }, spacing: spacing(body), keepNext,
  });
  const nameIndent = Math.max(0, dateIndent - (name - date) / 2);
  return [line('', 0, true), line('', 0, true), line(block.authority, nameIndent, true), line(block.date, nameIndent + (name - date) / 2, false)];
}

export function dialogueLines(items: readonly { readonly question: string; readonly answer: string }[], body: Body): Paragraph[] {
  const line = (mark: string, text: string, keepNext: boolean): Paragraph => new Paragraph({
    children: [...runs([mark], body.size, 'hei'), ...runs([text], body.size)], indent: { left: body.indent, hanging: body.indent }, spacing: spacing(body), keepNext, alignment: AlignmentType.JUSTIFIED,
  });
  return items.flatMap((item) => [line('问：', item.question, true), line('答：', item.answer, false)]);
}

export function plainLine(text: string, body: Body, options: { readonly size: number; readonly align: 'left' | 'center' }): Paragraph {
  return new Paragraph({ children: runs([text], options.size), alignment: options.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT, spacing: spacing(body, points(6)) });
}

/** An empty stretch of so many lines. */
export function gap(lines: number, body: Body): Paragraph {
  return new Paragraph({ children: [], spacing: { line: Math.max(points(2), Math.round(lines * body.pitch)), lineRule: LineRuleType.EXACT } });
}
