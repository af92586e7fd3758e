import Type from 'typebox';

/** The register of document numbers of a year; part of the table in `contract.ts`. */

const Text = Type.String({ maxLength: 500 });
const Input = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) });

export const NUMBER_ENDPOINTS = {
  documentNumbers: {
    method: 'GET', path: '/api/document-numbers', access: 'signed-in', input: Input,
    output: Type.Object({
      /** Whether every number of a series is in sight, so that a missing one is missing indeed. */
      whole: Type.Boolean(),
      series: Type.Array(Type.Object({ series: Text, given: Type.Integer(), cancelled: Type.Integer(), last: Type.Integer(), missing: Type.Array(Type.Integer()) })),
      /** Each belongs to a case, or to a supervision task. */
      cancelled: Type.Array(Type.Object({ docNo: Text, code: Text, ownerId: Text, ownerNo: Text, ofTask: Type.Boolean(), reason: Type.String(), at: Text, officer: Text })),
    }),
    summary: 'Numbers given in a year by series, with those cancelled and why; within the scope of the caller',
  },
  exportDocumentNumbers: {
    method: 'GET', path: '/api/document-numbers/export', access: 'signed-in', input: Input,
    output: Type.Object({ name: Text, file: Type.String() }),
    summary: 'Every number of a year with its document and case as an Excel file (base64), cancelled ones with their reason',
  },
} as const;
