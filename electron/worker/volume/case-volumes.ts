import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { DocumentCode, DocumentFile } from '#shared/domain/document/document-file.ts';
import type { Documents } from '#worker/documents/documents.ts';
import type { EventBus } from '#worker/events.ts';
import type { Files } from '#worker/files/files.ts';
import { documentContext } from '#worker/documents/context.ts';
import { effectiveDocument, requireCase } from '#worker/state/effective.ts';
import type { State } from '#worker/state/state.ts';
import type { Typesetter } from '#worker/typesetting/typesetter.ts';
import { createBinding } from './binding.ts';
import { createContents } from './contents.ts';
import { createVolumes, type Volumes } from './volume.ts';

export interface CaseVolumesOptions {
  readonly state: State;
  readonly documents: Documents;
  readonly files: Files;
  readonly typesetter: () => Typesetter;
  readonly online: () => boolean;
  readonly bus: EventBus;
  /** ISO instant. */
  readonly now: () => string;
}

/** The volumes of the cases in the open cache. */
export function createCaseVolumes({ state, documents, files, typesetter, online, bus, now }: CaseVolumesOptions): Volumes {
  const { cache, reference } = state;

  function written(file: CaseFile, code: DocumentCode): DocumentFile | null {
    const newest = file.documents.findLast((document) => document.code === code && document.status !== 'discarded');
    return newest === undefined ? null : effectiveDocument(cache.documents.find(newest.id));
  }

  const authority = (): string => reference.settings().authorityName;
  const contents = createContents({
    authority, facts: cache.volumes.facts,
    documentPdf: async (documentId) => (await documents.pdf(documentId)).bytes,
    readFile: async (sha256) => (await files.read(sha256)).bytes,
    available: (sha256) => online() || cache.files.find(sha256)?.local === 1,
  });
  return createVolumes({
    contents, authority, typesetter, now,
    binding: createBinding({ typesetter, contextOf: (file, document) => documentContext(state, file, document), written, now }),
    caseOf: (caseId) => requireCase(cache, caseId),
    officerNames: (file) => file.officerIds.map((id) => reference.get().officers.get(id)?.name ?? '').filter((name) => name !== '').join('、'),
    marks: (caseId) => cache.volumes.marks(caseId),
    progress: (task) => { bus.emit('task.progress', task); },
  });
}
