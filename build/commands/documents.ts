/**
 * `npm run documents`: every kind of document, filled in with sample data, as a PDF in out/documents, with contact sheets
 * of all pages. Prints one line per problem found on the paper and ends with 1 when there is one.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '#shared/domain/document/catalogue/catalogue.ts';
import { missingFields, typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import { DOCUMENT_CODES, type DocumentCode } from '#shared/domain/document/document-file.ts';
import { documentNumber, documentSeries } from '#shared/domain/document/number-series.ts';
import type { PartyKind } from '#shared/domain/party/party.ts';
import { contactSheets, type SheetPage } from '#tests/helpers/contact-sheet.ts';
import { sampleContext } from '#tests/helpers/documents.ts';
import { paperProblems } from '#tests/helpers/paper.ts';
import { openFontDirectories } from '#worker/typesetting/fonts.ts';
import { createTypesetter } from '#worker/typesetting/typesetter.ts';
import { ROOT } from './steps.ts';

const FOLDER = path.join(ROOT, 'out/documents');
const CREATED = '2026-04-20T02:00:00Z';
const KINDS: readonly PartyKind[] = ['unit', 'person', 'business'];
/** Kinds that the law or the trade wants on one sheet. */
const ONE_PAGE: readonly DocumentCode[] = ['DCCF', 'SDHZ'];

const typesetter = createTypesetter({ fontPaths: openFontDirectories(path.join(ROOT, 'node_modules')), assetsDir: path.join(ROOT, 'electron/worker/typesetting/assets') });

/** The sample as it leaves the office: numbered, without the mark of a draft. */
function issuedSample(code: DocumentCode, kind: PartyKind): DocumentContext {
  const context = sampleContext(code, kind);
  const series = documentSeries(context.settings, context.file.channel, code);
  return { ...context, document: { ...context.document, docNo: series === null ? null : documentNumber(series, 2026, 1, context.settings) } };
}

function fileName(code: DocumentCode): string {
  return `${CATALOGUE[code].no}-${CATALOGUE[code].name}.pdf`;
}

/** Makes one document, keeps the unit's as a file, and gives what is wrong with it. */
function make(code: DocumentCode, kind: PartyKind, pages: SheetPage[]): readonly string[] {
  const context = issuedSample(code, kind);
  const input = typesetInput(context, { draft: false, createdAt: CREATED });
  const pdf = typesetter.pdf(input);
  if (kind === 'unit') {
    const file = path.join(FOLDER, fileName(code));
    writeFileSync(file, pdf.bytes);
    pages.push({ file, label: `${CATALOGUE[code].no} ${code}` });
  }
  const missing = missingFields(context).map((field) => `required field left empty: ${field.label}`);
  const long = ONE_PAGE.includes(code) && pdf.pages > 1 ? [`must fit one page, takes ${pdf.pages}`] : [];
  return [...missing, ...long, ...paperProblems(pdf.bytes, input.style)];
}

function tryMake(code: DocumentCode, kind: PartyKind, pages: SheetPage[]): readonly string[] {
  try {
    return make(code, kind, pages);
  } catch (error) {
    return [`cannot be made: ${error instanceof Error ? `${error.message} ${JSON.stringify('error' in error ? error.error : '')}` : String(error)}`];
  }
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const only = process.argv.slice(2);
const codes = DOCUMENT_CODES.filter((code) => only.length === 0 || only.includes(code));
const pages: SheetPage[] = [];
const problems = codes.flatMap((code) => KINDS.flatMap((kind) => tryMake(code, kind, pages).map((problem) => `${CATALOGUE[code].no} ${code} ${CATALOGUE[code].name} (${kind}): ${problem}`)));
const sheets = await contactSheets(pages, FOLDER);
for (const problem of problems) console.log(problem);
console.log(`${codes.length} kinds of document in ${path.relative(ROOT, FOLDER)}, ${sheets.length} contact sheets, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
