import { useBridgeEvent } from '#renderer/composables/bridge-event.ts';
import { laterOnce } from '#renderer/composables/later-once.ts';
import { useLoad } from '#renderer/composables/load.ts';
import { call } from '#renderer/bridge/ipc.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Stage } from '#shared/domain/procedure/stages.ts';

/** As many as one screen of an archivist's work takes; the search narrows what is more. */
export const SHOWN = 200;
const AT_ONCE = 20;
const RELOAD_MS = 300;

export interface StageCases {
  readonly files: readonly CaseFile[];
  readonly total: number;
}

/** Cases of one stage with all that the archive must know of them. */
export function useStageCases(stage: Stage, text: () => string) {
  const loaded = useLoad(async (): Promise<StageCases> => {
    const sought = text().trim();
    const { items, total } = await call('case.list', { filter: { stages: [stage], ...(sought === '' ? {} : { text: sought }) }, sort: 'updated', offset: 0, limit: SHOWN });
    const files: CaseFile[] = [];
    for (let at = 0; at < items.length; at += AT_ONCE) {
      files.push(...await Promise.all(items.slice(at, at + AT_ONCE).map(({ id }) => call('case.get', { caseId: id }))));
    }
    return { files, total };
  });
  useBridgeEvent('records.changed', laterOnce(() => void loaded.reload(), RELOAD_MS));
  return loaded;
}
