import { ok } from '#shared/contract/result.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { createFileStore } from './store.ts';
import { createUploads } from './upload.ts';

/** Answers `fileStatus` of the HTTP contract. */
export function fileHandlers(deps: ServerDeps): Pick<Handlers, 'fileStatus'> {
  const uploads = createUploads(deps.db, createFileStore(deps.filesDir), deps.clock);
  return {
    async fileStatus({ sha256 }) {
      const { complete, received, bytes } = await uploads.status(sha256);
      return ok({ complete, received, bytes });
    },
  };
}
