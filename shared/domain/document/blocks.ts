/**
 * What a document is made of, independent of how it is drawn: the Typst library (and later DOCX) reads these as JSON.
 * Text is a value and never markup. Lengths are millimetres. Both styles have a text area 156 mm wide.
 */
export type FontRole = 'title' | 'fangsong' | 'song' | 'kai' | 'hei';

export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly underline?: true;
  readonly font?: FontRole;
}
export type Inline = string | Run;

export interface FormCell {
  readonly content: readonly Inline[] | readonly Block[];
  readonly label?: true;
  readonly span?: number;
  readonly rowSpan?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  /** At least 9 mm where not given. */
  readonly minHeight?: number;
}

/** A place to sign by hand; `name` prints the signatory's name before it. */
export interface SignaturePlace {
  readonly label: string;
  readonly name?: string;
  readonly date?: true;
}

export interface ListColumn {
  readonly title: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

export type Block =
  | { readonly kind: 'authority'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly align?: 'center' | 'right' }
  | ParagraphBlock
  /** `columns` are the widths, 156 mm together. */
  | { readonly kind: 'form'; readonly columns: readonly number[]; readonly rows: readonly FormRow[] }
  | { readonly kind: 'table'; readonly columns: readonly ListColumn[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'dialogue'; readonly items: readonly { readonly question: string; readonly answer: string }[] }
  | { readonly kind: 'signatures'; readonly items: readonly SignaturePlace[] }
  /** Signature line at the foot of every sheet of a record (笔录); given once, anywhere. Form style only. */
  | { readonly kind: 'sheet-signatures'; readonly items: readonly SignaturePlace[] }
  /** Authority and date; together with the last paragraph before it never alone on a page. Letter style only. */
  | { readonly kind: 'seal'; readonly authority: string; readonly date: string }
  /** A code to be read by a telephone, rows of `1` and `0`: at the top of the sheet on the right, where it takes no line. Letter style only. */
  | { readonly kind: 'qr'; readonly modules: readonly string[] }
  | { readonly kind: 'end-of-text' }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'space'; readonly lines: number };

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: readonly Inline[];
  /** First line two characters in; the default for left-aligned text. */
  readonly indent?: boolean;
  /** 1 黑体 一、  2 楷体 （一）  3 and 4 仿宋. */
  readonly level?: 1 | 2 | 3 | 4;
  readonly align?: 'left' | 'center' | 'right';
}

/** A document ready for typesetting. */
export interface TypesetInput {
  readonly style: 'letter' | 'form';
  readonly title: string;
  /** Authority, written into the PDF as its author. */
  readonly author: string;
  readonly blocks: readonly Block[];
  /** 草稿 mark across the page until the document is issued. */
  readonly draft: boolean;
  /** 作废 across the page: issued, and cancelled before it was served. */
  readonly cancelled?: boolean;
  /** ISO instant written into the PDF; makes it reproducible. */
  readonly createdAt: string;
}
