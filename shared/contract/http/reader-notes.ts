import Type, { type Static } from 'typebox';

/** What an officer keeps for himself while reading volumes (离线阅卷); part of the table in `contract.ts`. */

const Id = Type.String({ minLength: 8, maxLength: 64 });
/** As `Date.toISOString` writes it, so that texts compare like times. */
const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });

/** A private note on a page. `body` is `null` once it was deleted. */
const NoteEntry = Type.Object({
  kind: Type.Literal('note'), id: Id, caseId: Id, updatedAt: Instant,
  body: Type.Union([Type.Object({ itemId: Type.String({ maxLength: 64 }), page: Type.Integer({ minimum: 1, maximum: 100_000 }), text: Type.String({ minLength: 1, maxLength: 2000 }) }), Type.Null()]),
});

/** What the officer marked in the self-score. `id` is the key of the item; `body` is `null` once the mark was taken away. */
const MarkEntry = Type.Object({
  kind: Type.Literal('mark'), id: Type.String({ minLength: 1, maxLength: 40 }), caseId: Id, updatedAt: Instant,
  body: Type.Union([Type.Object({ pass: Type.Boolean(), note: Type.String({ maxLength: 500 }) }), Type.Null()]),
});

const ReaderEntrySchema = Type.Union([NoteEntry, MarkEntry]);
export type ReaderEntry = Static<typeof ReaderEntrySchema>;

export const READER_NOTE_ENDPOINTS = {
  syncReaderNotes: {
    method: 'POST', path: '/api/reader-notes/sync', access: 'signed-in',
    input: Type.Object({
      /** Of the answer before; 0 for everything. */
      cursor: Type.Integer({ minimum: 0 }),
      entries: Type.Array(ReaderEntrySchema, { maxItems: 500 }),
    }),
    output: Type.Object({ cursor: Type.Integer(), entries: Type.Array(ReaderEntrySchema), more: Type.Boolean() }),
    summary: 'Takes the caller’s private notes and marks and answers what of his own changed since; of each, the newest stays',
  },
} as const;
