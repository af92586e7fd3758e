/** Issued documents to PDF and the preview while someone types, in the worker. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import { typesetInput } from '#shared/domain/document/data.ts';
import type { Desk } from '#tests/helpers/worker.ts';
import { benchDesk, settle } from '../desk.ts';
import { repeated, timed } from '../measure.ts';
import { answer, input } from './process.ts';

export interface DocumentsInput {
  readonly serverUrl: string;
  readonly profileDir: string;
  readonly loginName: string;
  readonly password: string;
}

export interface DocumentsAnswer {
  /** Compiler and fonts, once. */
  readonly loading: number;
  /** Fifty different documents, one after the other, three times over other fifties. */
  readonly batches: readonly (readonly number[])[];
  readonly pages: number;
  readonly plainBatches: readonly (readonly number[])[];
  readonly keyPresses: readonly number[];
  readonly typesetting: readonly number[];
  readonly plainKeyPresses: readonly number[];
}

const BATCH = 50;
const BATCHES = 3;
const KEYS = 60;
const TYPED = '经现场检查，当事人在该工程项目施工过程中未按照经审查合格的施工图设计文件施工，现场已责令其停止违法行为并限期改正，检查过程全程拍照录像。';

const { serverUrl, profileDir, loginName, password } = input<DocumentsInput>();

/** Issued documents of different cases and kinds, newest first. */
async function issuedDocuments(desk: Desk, count: number): Promise<DocumentFile[]> {
  const found: DocumentFile[] = [];
  for (let offset = 0; found.length < count; offset += 100) {
    const { items } = await desk.must('case.list', { filter: {}, sort: 'registered', offset, limit: 100 });
    if (items.length === 0) throw new Error('The cache has too few issued documents');
    for (const { id } of items) {
      const { documents } = await desk.must('case.get', { caseId: id });
      for (const { id: documentId, status } of documents) if (status === 'issued') found.push(await desk.must('document.get', { documentId }));
    }
  }
  return found.slice(0, count);
}

/** The boxes of a form are drawn, not set: no font shipped has them. */
function settable(text: string): string {
  return text.replace(/[☐☑]/gu, ' ');
}

/** All text of a document, a paragraph a string. */
function textOf(value: unknown): string[] {
  if (typeof value === 'string') return [settable(value)];
  if (Array.isArray(value)) return value.every((part) => typeof part === 'string') ? [settable(value.join(''))] : value.flatMap(textOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'kind' || key === 'align' || key === 'font' ? [] : textOf(part)));
}

async function plainText(desk: Desk, document: DocumentFile): Promise<string[]> {
  const [file, officers, violations, settings, calendar] = await Promise.all([
    desk.must('case.get', { caseId: document.caseId }), desk.must('reference.officers', {}), desk.must('reference.violations', {}), desk.must('reference.settings', {}), desk.must('reference.calendar', {}),
  ]);
  const about = document.aboutDocumentId === null ? null : await desk.must('document.get', { documentId: document.aboutDocumentId });
  const context = {
    file, document, about, settings, calendar, today: document.issued?.issuedOn ?? '',
    officers: new Map(officers.map((each) => [each.id, each])), violations: new Map(violations.map((each) => [each.id, each])),
  };
  return textOf(typesetInput(context, { draft: false, createdAt: document.issued?.issuedAt ?? '' }).blocks);
}

/** The floor: the same compiler and font, the same text as plain paragraphs. */
function plainTypesetter(): { pdf(paragraphs: readonly string[]): void; svg(paragraphs: readonly string[]): void } {
  const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as typeof Typst;
  const fonts = path.resolve(import.meta.dirname, '../../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular');
  const compiler = NodeCompiler.create({ workspace: '/plain', fontArgs: [{ fontPaths: [fonts] }] });
  compiler.addSource('/plain/main.typ', '#set document(date: datetime(year: 2026, month: 1, day: 1))\n#set page("a4")\n#set text(16pt, font: "Noto Serif SC", lang: "zh")\n#for text in json("input.json") [#par(text)]');
  const compile = (paragraphs: readonly string[]): Typst.NodeTypstDocument => {
    compiler.mapShadow('/plain/input.json', Buffer.from(JSON.stringify(paragraphs)));
    const { result } = compiler.compile({ mainFilePath: '/plain/main.typ' });
    if (result === null) throw new Error('The plain document does not compile');
    compiler.evictCache(10);
    return result;
  };
  return {
    pdf: (paragraphs) => void compiler.pdf(compile(paragraphs), { pdfStandard: 'a-2b' }),
    svg: (paragraphs) => void compiler.plainSvg(compile(paragraphs)),
  };
}

/** A draft of the officer's own, to type in. */
async function draft(desk: Desk): Promise<string> {
  const { items } = await desk.must('case.list', { filter: { mine: true, stages: ['VERIFY', 'INVEST'] }, sort: 'updated', offset: 0, limit: 1 });
  const [own] = items;
  if (own === undefined) throw new Error('The officer has no case under investigation');
  await desk.submit('document.create', own.id, { documentId: 'bench-draft', code: 'XCJC', aboutDocumentId: null, values: { weather: '晴' } });
  return 'bench-draft';
}

function typedUpTo(keys: number): Readonly<Record<string, unknown>> {
  return { weather: '晴', comment: TYPED.slice(0, keys), findings: [TYPED] };
}

const desk = benchDesk(serverUrl, profileDir);
await settle(desk, loginName, password);
const loading = await timed(() => desk.must('document.fonts', {}));
const documents = await issuedDocuments(desk, BATCH * (BATCHES + 1));
const plain = plainTypesetter();
const [warming = [], ...batchesOfDocuments] = Array.from({ length: BATCHES + 1 }, (_, index) => documents.slice(index * BATCH, (index + 1) * BATCH));
let pages = 0;
const [batches, plainBatches]: [number[][], number[][]] = [[], []];
for (const { id } of warming.slice(0, 5)) await desk.must('document.pdf', { documentId: id });
for (const batch of batchesOfDocuments) {
  batches.push(await repeated(batch.length, async (index) => { pages += (await desk.must('document.pdf', { documentId: batch[index]?.id ?? '' })).pages; }));
  const texts = await Promise.all(batch.map((document) => plainText(desk, document)));
  plainBatches.push(await repeated(batch.length, (index) => { plain.pdf(texts[index] ?? []); }));
}
const documentId = await draft(desk);
const typesetting: number[] = [];
await desk.must('document.preview', { documentId, values: typedUpTo(0) });
const keyPresses = await repeated(KEYS, async (key) => { typesetting.push((await desk.must('document.preview', { documentId, values: typedUpTo(key + 1) })).milliseconds); });
const shown = await plainText(desk, await desk.must('document.get', { documentId }));
const plainKeyPresses = await repeated(KEYS, (key) => { plain.svg([...shown, TYPED, TYPED.slice(0, key + 1)]); });
await desk.close();
await answer({ loading, batches, pages, plainBatches, keyPresses, typesetting, plainKeyPresses } satisfies DocumentsAnswer);
