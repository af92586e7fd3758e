import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import type { Sqlite } from '../open.ts';
import type { BodyText } from '../store.ts';

export interface StoredDocument {
  readonly id: string;
  readonly caseId: string;
  readonly rev: number;
  readonly body: string | null;
  readonly localBody: string | null;
}

export interface ServerDocument {
  readonly id: string;
  readonly caseId: string;
  readonly rev: number;
  readonly body: BodyText;
  readonly generation: number;
}

export interface DocumentRepository {
  find(id: string): StoredDocument | null;
  ofCase(caseId: string): readonly StoredDocument[];
  /** `keepLocal`: pending commands will be replayed on it. */
  putServer(record: ServerDocument, keepLocal: boolean): void;
  /** The document as pending commands leave it. */
  putLocal(document: DocumentFile): void;
  /** Returns to the server's copy; without one the document is gone. */
  dropLocal(id: string): void;
  remove(id: string): string | null;
  removeOfCase(caseId: string): readonly string[];
  stale(generation: number): readonly string[];
  /** Documents issued on this machine whose PDF is still to be made. */
  toTypeset(): readonly string[];
  noteIssued(id: string): void;
  noteTypeset(id: string): void;
}

export function createDocumentRepository(db: Sqlite): DocumentRepository {
  const fields = 'id, case_id as caseId, rev, body, local_body as localBody';
  const byId = db.prepare<[string], StoredDocument>(`select ${fields} from document where id = ?`);
  const byCase = db.prepare<[string], StoredDocument>(`select ${fields} from document where case_id = ?`);
  const put = `insert into document (id, case_id, rev, gen, body) values (?, ?, ?, ?, cast(? as text))
    on conflict (id) do update set case_id = excluded.case_id, rev = excluded.rev, gen = excluded.gen, body = excluded.body`;
  const putServer = db.prepare<[string, string, number, number, BodyText]>(put);
  const putServerOnly = db.prepare<[string, string, number, number, BodyText]>(`${put}, local_body = null`);
  const putLocal = db.prepare<[string, string, string]>(
    'insert into document (id, case_id, rev, gen, local_body) values (?, ?, 0, 0, ?) on conflict (id) do update set local_body = excluded.local_body',
  );
  const restore = db.prepare<[string]>('update document set local_body = null where id = ?');
  const removeLocal = db.prepare<[string]>('delete from document where id = ? and body is null');
  const remove = db.prepare<[string]>('delete from document where id = ?');
  const removeOfCase = db.prepare<[string]>('delete from document where case_id = ?');
  const stale = db.prepare<[number], { id: string }>('select id from document where gen < ? and rev > 0 and local_body is null');
  const toTypeset = db.prepare<[], { id: string }>('select document_id as id from to_typeset');
  const noteIssued = db.prepare<[string]>('insert or ignore into to_typeset (document_id) values (?)');
  const noteTypeset = db.prepare<[string]>('delete from to_typeset where document_id = ?');

  return {
    find: (id) => byId.get(id) ?? null,
    ofCase: (caseId) => byCase.all(caseId),
    putServer: ({ id, caseId, rev, generation, body }, keepLocal) => void (keepLocal ? putServer : putServerOnly).run(id, caseId, rev, generation, body),
    putLocal: (document) => void putLocal.run(document.id, document.caseId, JSON.stringify(document)),
    dropLocal(id) {
      removeLocal.run(id);
      restore.run(id);
    },
    remove(id) {
      const stored = byId.get(id);
      remove.run(id);
      return stored?.caseId ?? null;
    },
    removeOfCase(caseId) {
      const ids = byCase.all(caseId).map((document) => document.id);
      removeOfCase.run(caseId);
      return ids;
    },
    stale: (generation) => stale.all(generation).map((found) => found.id),
    toTypeset: () => toTypeset.all().map((found) => found.id),
    noteIssued: (id) => void noteIssued.run(id),
    noteTypeset: (id) => void noteTypeset.run(id),
  };
}
