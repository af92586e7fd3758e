import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import type { Sqlite } from '../open.ts';

export interface StoredDocument {
  readonly id: string;
  readonly caseId: string;
  readonly rev: number;
  readonly body: string | null;
  readonly localBody: string | null;
}

export interface ServerDocument {
  readonly id: string;
  readonly rev: number;
  readonly body: string;
  readonly document: DocumentFile;
  readonly generation: number;
}

export interface DocumentRepository {
  find(id: string): StoredDocument | null;
  ofCase(caseId: string): readonly StoredDocument[];
  /** `keepLocal`: pending commands will be replayed on it. */
  putServer(record: ServerDocument, keepLocal: boolean): void;
  /** The document as pending commands leave it; `null` returns to the server's copy. */
  putLocal(document: DocumentFile): void;
  dropLocal(id: string): void;
  remove(id: string): string | null;
  removeOfCase(caseId: string): readonly string[];
  stale(generation: number): readonly string[];
  /** Issued by this officer on this machine and not yet typeset for good. */
  toTypeset(officerId: string): readonly string[];
}

type Columns = [string, string, string | null, string | null, number];

function columns(document: DocumentFile): Columns {
  return [document.code, document.status, document.docNo, document.issued?.issuedBy ?? null, document.issued?.pdf ? 1 : 0];
}

export function createDocumentRepository(db: Sqlite): DocumentRepository {
  const fields = 'id, case_id as caseId, rev, body, local_body as localBody';
  const byId = db.prepare<[string], StoredDocument>(`select ${fields} from document where id = ?`);
  const byCase = db.prepare<[string], StoredDocument>(`select ${fields} from document where case_id = ?`);
  const putServerSql =
    `insert into document (id, case_id, rev, gen, code, status, doc_no, issued_by, has_pdf, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set case_id = excluded.case_id, rev = excluded.rev, gen = excluded.gen, code = excluded.code, status = excluded.status,
       doc_no = excluded.doc_no, issued_by = excluded.issued_by, has_pdf = excluded.has_pdf, body = excluded.body`;
  const putServer = db.prepare<[string, string, number, number, ...Columns, string]>(putServerSql);
  const putServerOnly = db.prepare<[string, string, number, number, ...Columns, string]>(`${putServerSql}, local_body = null`);
  const putLocal = db.prepare<[string, string, ...Columns, string]>(
    `insert into document (id, case_id, rev, gen, code, status, doc_no, issued_by, has_pdf, local_body) values (?, ?, 0, 0, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set code = excluded.code, status = excluded.status, doc_no = excluded.doc_no, issued_by = excluded.issued_by,
       has_pdf = excluded.has_pdf, local_body = excluded.local_body`,
  );
  const restore = db.prepare<[...Columns, string]>('update document set code = ?, status = ?, doc_no = ?, issued_by = ?, has_pdf = ?, local_body = null where id = ?');
  const remove = db.prepare<[string]>('delete from document where id = ?');
  const removeOfCase = db.prepare<[string]>('delete from document where case_id = ?');
  const stale = db.prepare<[number], { id: string }>('select id from document where gen < ? and rev > 0 and local_body is null');
  const toTypeset = db.prepare<[string], { id: string }>(
    `select id from document d where issued_by = ? and status = 'issued' and has_pdf = 0 and exists (
       select 1 from outbox o where o.case_id = d.case_id and o.kind = 'document.issue' and json_extract(o.command, '$.payload.documentId') = d.id
     )`,
  );

  function find(id: string): StoredDocument | null {
    return byId.get(id) ?? null;
  }

  return {
    find,
    ofCase: (caseId) => byCase.all(caseId),
    putServer: ({ id, rev, body, document, generation }, keepLocal) =>
      void (keepLocal ? putServer : putServerOnly).run(id, document.caseId, rev, generation, ...columns(document), body),
    putLocal: (document) => void putLocal.run(document.id, document.caseId, ...columns(document), JSON.stringify(document)),
    dropLocal(id) {
      const stored = find(id);
      if (stored === null) return;
      if (stored.body === null) remove.run(id);
      else restore.run(...columns(JSON.parse(stored.body) as DocumentFile), id);
    },
    remove(id) {
      const stored = find(id);
      remove.run(id);
      return stored?.caseId ?? null;
    },
    removeOfCase(caseId) {
      const ids = byCase.all(caseId).map((document) => document.id);
      removeOfCase.run(caseId);
      return ids;
    },
    stale: (generation) => stale.all(generation).map((found) => found.id),
    toTypeset: (officerId) => toTypeset.all(officerId).map((found) => found.id),
  };
}
