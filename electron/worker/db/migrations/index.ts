import type { Sqlite } from '../open.ts';
import { initial } from './0010-initial.ts';
import { volume } from './0040-volume.ts';
import { readerNotes } from './0150-reader-notes.ts';
import { deadlineBoard } from './0050-deadline-board.ts';
import { tasks } from './0060-tasks.ts';

export interface Migration {
  /** Becomes `user_version`; numbered with gaps. */
  readonly version: number;
  readonly name: string;
  readonly up: (db: Sqlite) => void;
}

/** Forward only; never change one that was shipped, add another. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 10, name: 'initial', up: (db) => { db.exec(initial); } },
  { version: 40, name: 'volume', up: (db) => { db.exec(volume); } },
  { version: 50, name: 'deadline-board', up: (db) => { db.exec(deadlineBoard); } },
  { version: 60, name: 'tasks', up: (db) => { db.exec(tasks); } },
  { version: 150, name: 'reader-notes', up: (db) => { db.exec(readerNotes); } },
];
