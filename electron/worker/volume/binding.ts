import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { caseTitle } from '#shared/domain/case-file/case-file.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import { type DocumentCode, DOCUMENT_NAMES, type DocumentFile } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { type NumberedItem, pageRange } from '#shared/domain/volume/arrange.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';

/** The sheets of a volume that are no papers of the case. */
export interface BindingSheets {
  readonly cover: Uint8Array;
  readonly catalogue: Uint8Array;
  readonly notes: Uint8Array;
}

export interface Binding {
  sheets(file: CaseFile, volume: string, items: readonly NumberedItem[], pages: number): BindingSheets;
  title(file: CaseFile): string;
}

export interface BindingOptions {
  readonly typesetter: () => Typesetter;
  /** All that a document may be filled from, for a sheet that no one has written. */
  readonly contextOf: (file: CaseFile, document: DocumentFile) => DocumentContext;
  /** ISO instant. */
  readonly now: () => string;
}

/** Typesets cover, catalogue and 备考表 with the pages counted; what an officer wrote into his own drafts of them is taken over. */
export function createBinding(options: BindingOptions): Binding {
  function sheet(file: CaseFile, code: DocumentCode, counted: Readonly<Record<string, unknown>>): Uint8Array {
    const definition = definitionOf(code);
    const context = options.contextOf(file, unwritten(file, code));
    const data = { ...definition.fill(context), ...counted, docNo: null, issuedOn: context.today };
    return options.typesetter().pdf({
      style: definition.style, title: DOCUMENT_NAMES[code], author: context.settings.authorityName, blocks: definition.blocks(data), draft: false, createdAt: options.now(),
    }).bytes;
  }

  return {
    title: caseTitle,
    sheets(file, volume, items, pages) {
      const counted = { volume, pieces: String(items.length), pages: String(pages) };
      const entries = items.map((item) => ({ docNo: item.docNo, author: item.author, title: item.title, date: item.on, pages: pageRange(item), note: item.kind === 'document' ? '' : '证据' }));
      return { cover: sheet(file, 'JF', counted), catalogue: sheet(file, 'JNML', { volume, entries }), notes: sheet(file, 'BKB', counted) };
    },
  };
}

function unwritten(file: CaseFile, code: DocumentCode): DocumentFile {
  return { id: `${file.id}-${code}`, caseId: file.id, rev: 0, code, status: 'draft', docNo: null, values: {}, aboutDocumentId: null, createdBy: '', createdAt: '', issued: null };
}
