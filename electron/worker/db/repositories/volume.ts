import type { ReaderEntry } from '#shared/contract/http/reader-notes.ts';
import type { VolumeNote } from '#shared/contract/volume-views.ts';
import type { ScoreMarks } from '#shared/domain/volume/score.ts';
import type { PdfFacts } from '#worker/volume/source.ts';
import type { Sqlite } from '../open.ts';
import { createReaderEntries, type ReaderEntries } from './reader-entries.ts';

/** What the officer keeps for himself about volumes, and what is known of PDFs. */
export interface VolumeRepository {
  notes(caseId: string): readonly VolumeNote[];
  putNote(caseId: string, note: VolumeNote): void;
  /** Takes the note's words away; that it was deleted at that instant stays, for the author's other desks. */
  removeNote(caseId: string, noteId: string, at: string): void;
  marks(caseId: string): ScoreMarks;
  /** `null` takes the mark away. */
  mark(caseId: string, key: string, mark: ScoreMarks[string] | null, at: string): void;
  /** Notes and marks as they travel between the author's desks. */
  readonly entries: ReaderEntries;
  readonly facts: { find(sha256: string): PdfFacts | null; put(sha256: string, facts: PdfFacts): void };
}

export function createVolumeRepository(db: Sqlite): VolumeRepository {
  const notes = db.prepare<[string], VolumeNote>('select id, item_id as itemId, page, text, updated_at as updatedAt from volume_note where case_id = ? and deleted = 0 order by item_id, page, updated_at');
  const marks = db.prepare<[string], { key: string; pass: number; note: string }>('select key, pass, note from volume_mark where case_id = ? and deleted = 0');
  const fact = db.prepare<[string], { pages: number; faults: string }>('select pages, faults from pdf_fact where sha256 = ?');
  const putFact = db.prepare<[string, number, string]>('insert or replace into pdf_fact (sha256, pages, faults) values (?, ?, ?)');
  const entries = createReaderEntries(db);

  function write(entry: ReaderEntry): void {
    entries.put(entry, true);
  }

  return {
    entries,
    notes: (caseId) => notes.all(caseId),
    putNote: (caseId, { id, itemId, page, text, updatedAt }) => { write({ kind: 'note', id, caseId, updatedAt, body: { itemId, page, text } }); },
    removeNote: (caseId, id, updatedAt) => { write({ kind: 'note', id, caseId, updatedAt, body: null }); },
    marks: (caseId) => Object.fromEntries(marks.all(caseId).map(({ key, pass, note }) => [key, { pass: pass === 1, note }])),
    mark: (caseId, id, mark, updatedAt) => { write({ kind: 'mark', id, caseId, updatedAt, body: mark === null ? null : { pass: mark.pass, note: mark.note } }); },
    facts: {
      find(sha256) {
        const found = fact.get(sha256);
        return found === undefined ? null : { pages: found.pages, faults: JSON.parse(found.faults) as readonly string[] };
      },
      put: (sha256, { pages, faults }) => void putFact.run(sha256, pages, JSON.stringify(faults)),
    },
  };
}
