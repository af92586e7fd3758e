import { failure } from '#worker/failure.ts';
import { requireCase } from '#worker/state/effective.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

export function fileHandlers({ session }: HandlerDeps): Handlers<'file.import' | 'file.read' | 'file.pinCase'> {
  return {
    'file.import': ({ name, bytes }) => {
      // The contract cannot describe bytes; what crossed the port is looked at here.
      if (!(bytes instanceof Uint8Array)) throw failure('INVALID_INPUT', '没有收到文件内容，请重新选择文件。');
      return session.workspace().files.import(name, bytes);
    },
    'file.read': ({ sha256 }) => session.workspace().files.read(sha256),
    'file.pinCase': ({ caseId }) => {
      const { cache, files } = session.workspace();
      return files.pinCase(requireCase(cache, caseId));
    },
  };
}
