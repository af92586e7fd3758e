import { createCaseList, createItemReader, type CaseList } from './repositories/case-list.ts';
import { createCounter } from './repositories/case-count.ts';
import { createCaseRepository, type CaseRepository } from './repositories/case.ts';
import { createDeadlineBoardRepository, type DeadlineBoardRepository } from './repositories/deadline-board.ts';
import { createDocumentRepository, type DocumentRepository } from './repositories/document.ts';
import { createFileRepository, type FileRepository } from './repositories/file.ts';
import { createMetaRepository, type MetaRepository } from './repositories/meta.ts';
import { createOutboxRepository, type OutboxRepository } from './repositories/outbox.ts';
import { createRawRepository, type RawRepository } from './repositories/raw.ts';
import { createReferenceRepository, type ReferenceRepository } from './repositories/reference.ts';
import { createRegisterRepository, type RegisterRepository } from './repositories/register.ts';
import { createSearchRepository, type SearchRepository } from './repositories/search.ts';
import { createTaskRepository, type TaskRepository } from './repositories/task.ts';
import { createVolumeRepository, type VolumeRepository } from './repositories/volume.ts';
import { createWorkbenchRepository, type WorkbenchRepository } from './repositories/workbench.ts';
import type { Sqlite } from './open.ts';

/** The open, encrypted cache of one user: its repositories, and transactions over them. */
export interface Cache {
  readonly db: Sqlite;
  readonly meta: MetaRepository;
  readonly cases: CaseRepository;
  readonly list: CaseList;
  readonly items: ReturnType<typeof createItemReader>;
  readonly tasks: TaskRepository;
  readonly documents: DocumentRepository;
  readonly outbox: OutboxRepository;
  readonly references: ReferenceRepository;
  readonly parties: RegisterRepository;
  readonly projects: RegisterRepository;
  readonly raw: RawRepository;
  readonly files: FileRepository;
  readonly search: SearchRepository;
  readonly workbench: WorkbenchRepository;
  readonly board: DeadlineBoardRepository;
  readonly volumes: VolumeRepository;
  /** Runs `work` in one transaction; nested calls join it. */
  transact<T>(work: () => T): T;
  /**
   * The same for what can be had again (records of the server with their cursor, the search index): whole or not at all,
   * but without waiting for the disk. A power cut may take the last ones back; a later `transact` secures them as well.
   */
  transactDerived<T>(work: () => T): T;
  close(): void;
}

export function createCache(db: Sqlite): Cache {
  const counter = createCounter(db);

  function counted<T>(work: () => T): T {
    try {
      const result = work();
      counter.flush();
      return result;
    } catch (error) {
      counter.discard();
      throw error;
    }
  }

  function transact<T>(work: () => T): T {
    return db.inTransaction ? work() : db.transaction(() => counted(work)).immediate();
  }

  function transactDerived<T>(work: () => T): T {
    if (db.inTransaction) return work();
    db.pragma('synchronous=NORMAL');
    try {
      return transact(work);
    } finally {
      db.pragma('synchronous=FULL');
    }
  }

  return {
    db,
    meta: createMetaRepository(db),
    cases: createCaseRepository(db, counter),
    list: createCaseList(db),
    items: createItemReader(db),
    tasks: createTaskRepository(db),
    documents: createDocumentRepository(db),
    outbox: createOutboxRepository(db),
    references: createReferenceRepository(db),
    parties: createRegisterRepository(db, 'party'),
    projects: createRegisterRepository(db, 'project'),
    raw: createRawRepository(db),
    files: createFileRepository(db),
    search: createSearchRepository(db),
    workbench: createWorkbenchRepository(db),
    board: createDeadlineBoardRepository(db),
    volumes: createVolumeRepository(db),
    transact,
    transactDerived,
    close: () => void db.close(),
  };
}
