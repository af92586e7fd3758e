import type { ReaderEntry } from '#shared/contract/http/reader-notes.ts';
import type { Sqlite } from '../open.ts';

/** Private notes and marks of the cache, deleted ones included, as they are sent and received. */
export interface ReaderEntries {
  /** Written here (`unsent`) or come from the server. */
  put(entry: ReaderEntry, unsent: boolean): void;
  /** What the server has not yet, oldest first. */
  unsent(limit: number): readonly ReaderEntry[];
  /** The server has this version. One that was written over meanwhile stays unsent. */
  settle(entry: ReaderEntry): void;
  /** Takes over the server's version, unless a newer one waits here to be sent. Answers whether anything changed. */
  receive(entry: ReaderEntry): boolean;
}

interface Row {
  readonly case_id: string;
  readonly updated_at: string;
  readonly deleted: number;
  readonly unsent: number;
}
interface NoteRow extends Row { readonly id: string; readonly item_id: string; readonly page: number; readonly text: string }
interface MarkRow extends Row { readonly key: string; readonly pass: number; readonly note: string }

function noteEntry(row: NoteRow): ReaderEntry {
  return { kind: 'note', id: row.id, caseId: row.case_id, updatedAt: row.updated_at, body: row.deleted === 1 ? null : { itemId: row.item_id, page: row.page, text: row.text } };
}
function markEntry(row: MarkRow): ReaderEntry {
  return { kind: 'mark', id: row.key, caseId: row.case_id, updatedAt: row.updated_at, body: row.deleted === 1 ? null : { pass: row.pass === 1, note: row.note } };
}

export function createReaderEntries(db: Sqlite): ReaderEntries {
  const note = db.prepare<[string, string], NoteRow>('select * from volume_note where case_id = ? and id = ?');
  const mark = db.prepare<[string, string], MarkRow>('select * from volume_mark where case_id = ? and key = ?');
  const unsentNotes = db.prepare<[number], NoteRow>('select * from volume_note where unsent = 1 order by updated_at limit ?');
  const unsentMarks = db.prepare<[number], MarkRow>('select * from volume_mark where unsent = 1 order by updated_at limit ?');
  const putNote = db.prepare<[string, string, string, number, string, string, number, number]>(
    `insert into volume_note (id, case_id, item_id, page, text, updated_at, deleted, unsent) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set item_id = excluded.item_id, page = excluded.page, text = excluded.text, updated_at = excluded.updated_at, deleted = excluded.deleted, unsent = excluded.unsent
     where case_id = excluded.case_id`,
  );
  const putMark = db.prepare<[string, string, number, string, string, number, number]>(
    `insert into volume_mark (case_id, key, pass, note, updated_at, deleted, unsent) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (case_id, key) do update set pass = excluded.pass, note = excluded.note, updated_at = excluded.updated_at, deleted = excluded.deleted, unsent = excluded.unsent`,
  );
  const settleNote = db.prepare<[string, string, string]>('update volume_note set unsent = 0 where case_id = ? and id = ? and updated_at = ?');
  const settleMark = db.prepare<[string, string, string]>('update volume_mark set unsent = 0 where case_id = ? and key = ? and updated_at = ?');

  function find({ kind, caseId, id }: ReaderEntry): { readonly entry: ReaderEntry; readonly unsent: boolean } | null {
    if (kind === 'note') {
      const row = note.get(caseId, id);
      return row === undefined ? null : { entry: noteEntry(row), unsent: row.unsent === 1 };
    }
    const row = mark.get(caseId, id);
    return row === undefined ? null : { entry: markEntry(row), unsent: row.unsent === 1 };
  }

  function put(entry: ReaderEntry, unsent: boolean): void {
    const [deleted, waiting] = [entry.body === null ? 1 : 0, unsent ? 1 : 0];
    if (entry.kind === 'note') {
      const { itemId, page, text } = entry.body ?? { itemId: '', page: 1, text: '' };
      putNote.run(entry.id, entry.caseId, itemId, page, text, entry.updatedAt, deleted, waiting);
    } else {
      const { pass, note: words } = entry.body ?? { pass: false, note: '' };
      putMark.run(entry.caseId, entry.id, pass ? 1 : 0, words, entry.updatedAt, deleted, waiting);
    }
  }

  return {
    put,
    unsent(limit) {
      const notes = unsentNotes.all(limit).map(noteEntry);
      return [...notes, ...(notes.length < limit ? unsentMarks.all(limit - notes.length).map(markEntry) : [])];
    },
    settle({ kind, caseId, id, updatedAt }) {
      (kind === 'note' ? settleNote : settleMark).run(caseId, id, updatedAt);
    },
    receive(entry) {
      const here = find(entry);
      if (here !== null && here.unsent && here.entry.updatedAt > entry.updatedAt) return false;
      if (here !== null && !here.unsent && JSON.stringify(here.entry) === JSON.stringify(entry)) return false;
      put(entry, false);
      return here === null ? entry.body !== null : JSON.stringify(here.entry.body) !== JSON.stringify(entry.body);
    },
  };
}
