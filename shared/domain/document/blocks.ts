/**
 * What a document is made of, independent of how it is drawn: the Typst library (and later DOCX) reads these as JSON.
 * Text is a value and never markup. Lengths are millimetres.
 */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly underline?: true;
  readonly font?: 'fangsong' | 'song' | 'kai' | 'hei';
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
  readonly minHeight?: number;
}

export type Block =
  | { readonly kind: 'authority'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly align?: 'center' | 'right' }
  | { readonly kind: 'paragraph'; readonly runs: readonly Inline[]; readonly indent?: boolean; readonly level?: 1 | 2 | 3 | 4; readonly align?: 'left' | 'center' | 'right' }
  | { readonly kind: 'form'; readonly columns: readonly number[]; readonly rows: readonly FormRow[] }
  | { readonly kind: 'table'; readonly columns: readonly { readonly title: string; readonly width: number; readonly align?: 'left' | 'center' | 'right' }[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'dialogue'; readonly items: readonly { readonly question: string; readonly answer: string }[] }
  | { readonly kind: 'signatures'; readonly items: readonly { readonly label: string; readonly date?: boolean }[] }
  | { readonly kind: 'seal'; readonly authority: string; readonly date: string }
  | { readonly kind: 'end-of-text' }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'space'; readonly lines: number };

/** A document ready for typesetting. */
export interface TypesetInput {
  readonly style: 'letter' | 'form';
  readonly title: string;
  readonly blocks: readonly Block[];
  /** 草稿 mark across the page until the document is issued. */
  readonly draft: boolean;
  /** ISO instant written into the PDF; makes it reproducible. */
  readonly createdAt: string;
}
