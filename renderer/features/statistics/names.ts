import { useChannels } from '#renderer/composables/channels.ts';
import { useReference } from '#renderer/composables/reference.ts';
import type { Names } from '#shared/domain/statistics/groups.ts';

/** What keys of groups are called, from the reference data of this machine. */
export function useNames(): Names {
  const reference = useReference();
  const channels = useChannels();
  return {
    channel: channels.nameOf,
    matter: (code) => reference.matters.find((matter) => matter.code === code)?.name ?? code,
    officer: (id) => reference.officers.get(id)?.name ?? id,
    violation: (id) => reference.violations.get(id)?.cause ?? id,
  };
}
