import type { Sqlite } from '../open.ts';
import { initial } from './0010-initial.ts';

export interface Migration {
  /** Becomes `user_version`; numbered with gaps. */
  readonly version: number;
  readonly name: string;
  readonly up: (db: Sqlite) => void;
}

/** Forward only; never change one that was shipped, add another. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 10, name: 'initial', up: (db) => { db.exec(initial); } },
];
