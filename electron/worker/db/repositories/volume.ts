import type { VolumeNote } from '#shared/contract/volume-views.ts';
import type { ScoreMarks } from '#shared/domain/volume/score.ts';
import type { PdfFacts } from '#worker/volume/source.ts';
import type { Sqlite } from '../open.ts';

/** What the officer keeps for himself about volumes, and what is known of PDFs. */
export interface VolumeRepository {
  notes(caseId: string): readonly VolumeNote[];
  putNote(caseId: string, note: VolumeNote): void;
  removeNote(caseId: string, noteId: string): void;
  marks(caseId: string): ScoreMarks;
  /** `null` takes the mark away. */
  mark(caseId: string, key: string, mark: ScoreMarks[string] | null): void;
  readonly facts: { find(sha256: string): PdfFacts | null; put(sha256: string, facts: PdfFacts): void };
}

export function createVolumeRepository(db: Sqlite): VolumeRepository {
  const notes = db.prepare<[string], VolumeNote>('select id, item_id as itemId, page, text, updated_at as updatedAt from volume_note where case_id = ? order by item_id, page, updated_at');
  const putNote = db.prepare<[string, string, string, number, string, string]>(
    `insert into volume_note (id, case_id, item_id, page, text, updated_at) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set text = excluded.text, page = excluded.page, updated_at = excluded.updated_at`,
  );
  const removeNote = db.prepare<[string, string]>('delete from volume_note where case_id = ? and id = ?');
  const marks = db.prepare<[string], { key: string; pass: number; note: string }>('select key, pass, note from volume_mark where case_id = ?');
  const putMark = db.prepare<[string, string, number, string]>(
    'insert into volume_mark (case_id, key, pass, note) values (?, ?, ?, ?) on conflict (case_id, key) do update set pass = excluded.pass, note = excluded.note',
  );
  const removeMark = db.prepare<[string, string]>('delete from volume_mark where case_id = ? and key = ?');
  const fact = db.prepare<[string], { pages: number; faults: string }>('select pages, faults from pdf_fact where sha256 = ?');
  const putFact = db.prepare<[string, number, string]>('insert or replace into pdf_fact (sha256, pages, faults) values (?, ?, ?)');
  return {
    notes: (caseId) => notes.all(caseId),
    putNote: (caseId, note) => void putNote.run(note.id, caseId, note.itemId, note.page, note.text, note.updatedAt),
    removeNote: (caseId, noteId) => void removeNote.run(caseId, noteId),
    marks: (caseId) => Object.fromEntries(marks.all(caseId).map(({ key, pass, note }) => [key, { pass: pass === 1, note }])),
    mark: (caseId, key, mark) => void (mark === null ? removeMark.run(caseId, key) : putMark.run(caseId, key, mark.pass ? 1 : 0, mark.note)),
    facts: {
      find(sha256) {
        const found = fact.get(sha256);
        return found === undefined ? null : { pages: found.pages, faults: JSON.parse(found.faults) as readonly string[] };
      },
      put: (sha256, { pages, faults }) => void putFact.run(sha256, pages, JSON.stringify(faults)),
    },
  };
}
