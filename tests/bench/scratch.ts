import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase, type Sqlite } from '#worker/db/open.ts';

export interface Scratch {
  readonly db: Sqlite;
  remove(): void;
}

/** An empty database under the product's cipher and settings, for floors. */
export function scratchDatabase(folder: string): Scratch {
  const own = mkdtempSync(path.join(folder, 'floor-'));
  const db = openDatabase({ path: path.join(own, 'floor.db'), key: randomBytes(32), nativeBinding: undefined });
  return {
    db,
    remove() {
      db.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}
