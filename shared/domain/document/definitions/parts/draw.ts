import type { Block, FormCell, FormRow, Inline, ParagraphBlock } from '../../blocks.ts';
import { struck } from './read.ts';

/** Short builders, so that a definition reads like the paper. */
export function paragraph(...runs: readonly Inline[]): ParagraphBlock {
  return { kind: 'paragraph', runs };
}

/** One paragraph for each line that an officer typed. */
export function paragraphs(value: string): readonly ParagraphBlock[] {
  return value.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '').map((line) => paragraph(line));
}

export function flush(...runs: readonly Inline[]): ParagraphBlock {
  return { kind: 'paragraph', runs, indent: false };
}

export function aligned(align: 'left' | 'center' | 'right', ...runs: readonly Inline[]): ParagraphBlock {
  return { kind: 'paragraph', runs, align, indent: false };
}

export function heading(value: string): ParagraphBlock {
  return { kind: 'paragraph', runs: [value], level: 1 };
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 一、二、三、… sections; those without content are left out, and the numbers close up. */
export function sections(parts: readonly { readonly title: string; readonly content: readonly Block[] }[]): readonly Block[] {
  return parts.filter((part) => part.content.length > 0)
    .flatMap((part, index) => [heading(`${NUMERALS[index] ?? index + 1}、${part.title}`), ...part.content]);
}

/** `1.…`, one paragraph each. */
export function numbered(items: readonly string[]): readonly ParagraphBlock[] {
  return items.map((item, index) => paragraph(`${index + 1}.${item}`));
}

/** The same inside a cell of a form, one a line. */
export function numberedLines(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

/** `\n` breaks the label where the words part. */
export function label(value: string, options: Pick<FormCell, 'span' | 'rowSpan'> = {}): FormCell {
  return { content: [value], label: true, ...options };
}

/** A filled cell; an empty value is struck. Line breaks become paragraphs. */
export function cell(value: string, options: Pick<FormCell, 'span' | 'rowSpan' | 'align'> = {}): FormCell {
  const parts = struck(value).split(/\r?\n/u).filter((line) => line.trim() !== '');
  if (parts.length < 2) return { content: [struck(value)], ...options };
  return { content: parts.map((line) => flush(line.trim())), ...options };
}

export function blocksCell(content: readonly Block[], options: Pick<FormCell, 'span' | 'rowSpan'> = {}): FormCell {
  return { content, ...options };
}

export function row(...cells: readonly FormCell[]): FormRow {
  return { cells };
}

export function tallRow(minHeight: number, ...cells: readonly FormCell[]): FormRow {
  return { cells, minHeight };
}

/** ☑ or ☐ before each choice, so many a line. */
export function ticks(choices: readonly string[], ticked: readonly string[], perLine: number): string {
  return choices.map((choice, index) => `${ticked.includes(choice) ? '☑' : '☐'}${choice}${(index + 1) % perLine === 0 ? '\n' : '　　'}`).join('').trim();
}
