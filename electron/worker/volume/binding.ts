import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { caseTitle } from '#shared/domain/case-file/case-file.ts';
import { documentData } from '#shared/domain/document/data.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import { type DocumentCode, DOCUMENT_NAMES, type DocumentFile } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { type NumberedItem, pageRange } from '#shared/domain/volume/arrange.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';

export interface Sheet {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** The sheets of a volume that are no papers of the case. */
export interface BindingSheets {
  readonly cover: Sheet;
  readonly catalogue: Sheet;
  readonly notes: Sheet;
}

export interface Binding {
  /** `volume`: 正卷 or 副卷; `pages`: how many are numbered. */
  sheets(file: CaseFile, volume: string, items: readonly NumberedItem[], pages: number): BindingSheets;
}

export interface BindingOptions {
  readonly typesetter: () => Typesetter;
  /** All that a document may be filled from. */
  readonly contextOf: (file: CaseFile, document: DocumentFile) => DocumentContext;
  /** The newest sheet of this kind that an officer has written in the case, if any: what he typed is taken over. */
  readonly written: (file: CaseFile, code: DocumentCode) => DocumentFile | null;
  /** ISO instant. */
  readonly now: () => string;
}

/** Typesets cover, catalogue and 备考表 with the pages as counted now. */
export function createBinding(options: BindingOptions): Binding {
  function sheet(file: CaseFile, code: DocumentCode, title: string, counted: Readonly<Record<string, unknown>>): Sheet {
    const definition = definitionOf(code);
    const context = options.contextOf(file, options.written(file, code) ?? unwritten(file, code));
    const data = { ...documentData(context), ...counted, docNo: null, issuedOn: context.today };
    const { bytes, pages } = options.typesetter().pdf({
      style: definition.style, title, author: context.settings.authorityName, blocks: definition.blocks(data), draft: false, createdAt: options.now(),
    });
    return { bytes, pages };
  }

  return {
    sheets(file, volume, items, pages) {
      const counted = { volume, pieces: String(items.length), pages: String(pages) };
      const entries = items.map((item) => ({ docNo: item.docNo, author: item.author, title: item.title, date: item.on, pages: pageRange(item), note: item.kind === 'document' ? '' : '证据' }));
      return {
        // The whole volume takes its title from the cover.
        cover: sheet(file, 'JF', `${caseTitle(file)}（${volume}）`, counted),
        catalogue: sheet(file, 'JNML', DOCUMENT_NAMES.JNML, { volume, entries }),
        notes: sheet(file, 'BKB', DOCUMENT_NAMES.BKB, counted),
      };
    },
  };
}

function unwritten(file: CaseFile, code: DocumentCode): DocumentFile {
  return { id: `${file.id}-${code}`, caseId: file.id, rev: 0, code, status: 'draft', docNo: null, values: {}, aboutDocumentId: null, createdBy: '', createdAt: '', issued: null };
}
