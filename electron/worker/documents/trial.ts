import type { IpcInput } from '#shared/contract/ipc.ts';
import type { Preview } from '#shared/contract/views.ts';
import type { ConfigVersion } from '#shared/domain/config/version.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { missingFields, typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import type { DocumentFile } from '#shared/domain/document/document-file.ts';
import { definitionOf } from '#shared/domain/document/registry.ts';
import { setOf, wordingKey } from '#shared/domain/document/wording/published.ts';
import { sampleCase, SAMPLE_OFFICERS } from '#shared/domain/document/wording/sample-case.ts';
import { documentContext } from './context.ts';
import { effectiveDocument, requireCase } from '#worker/state/effective.ts';
import type { State } from '#worker/state/state.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';

/** The page with texts that nobody has published. Nothing is kept. */
export function previewTrial(state: State, typesetter: Typesetter, input: IpcInput<'wording.preview'>): Preview {
  const started = performance.now();
  const context = contextOf(state, input);
  const sheets = typesetInput(context, { draft: true, createdAt: `${context.today}T00:00:00Z` });
  const missing = missingFields(context);
  const { pages } = typesetter.svgPages(sheets);
  return { pages, missing, milliseconds: Math.round((performance.now() - started) * 10) / 10 };
}

/** The context as if the texts had been published today, after every other and for the case's channel. */
function contextOf(state: State, { code, caseId, channel, texts }: IpcInput<'wording.preview'>): DocumentContext {
  const file = caseId === null ? sampleCase(channel, state.reference.settings()) : requireCase(state.cache, caseId);
  const context = documentContext(state, file, blank(file, code, typedIn(state, file, code)));
  const trial: ConfigVersion = { kind: 'wording', key: wordingKey(setOf(definitionOf(code).wordingVersion), file.channel), version: Number.MAX_SAFE_INTEGER, effectiveFrom: context.today, body: { texts } };
  return {
    ...context, configs: [...(context.configs ?? []), trial],
    officers: new Map([...context.officers, ...SAMPLE_OFFICERS.map((officer) => [officer.id, officer] as const)]),
  };
}

/** What was typed into the case's own document of the kind: the page then looks as that one does. */
function typedIn(state: State, file: CaseFile, code: DocumentFile['code']): DocumentFile['values'] {
  const last = file.documents.findLast((document) => document.code === code && document.status !== 'discarded');
  return (last === undefined ? null : effectiveDocument(state.cache.documents.find(last.id)))?.values ?? {};
}

function blank(file: CaseFile, code: DocumentFile['code'], values: DocumentFile['values']): DocumentFile {
  return { id: 'wording-trial', caseId: file.id, rev: 0, code, status: 'draft', docNo: null, values, aboutDocumentId: null, createdBy: file.officerIds[0] ?? '', createdAt: `${file.registeredOn}T00:00:00Z`, issued: null };
}
