import { ref, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { useSession } from '#renderer/composables/session.ts';
import type { AppError } from '#shared/contract/result.ts';
import { useExhibits } from './exhibits.ts';
import { useVisit } from './visit.ts';

/** What a photo of an item says of itself. */
export interface PhotoAbout {
  readonly title: string;
  readonly proves: string;
}

/** Files put to an item: stored, added to the task's exhibits, and their ids answered. The same file twice is one exhibit. */
export function usePhotos() {
  const { task, submit, now } = useVisit();
  const exhibits = useExhibits();
  const session = useSession();
  const busy = ref(0);
  const failures = shallowRef<readonly AppError[]>([]);

  async function add(files: readonly File[], about: PhotoAbout): Promise<readonly string[]> {
    const ids: string[] = [];
    busy.value += files.length;
    failures.value = [];
    for (const file of files) {
      try {
        ids.push(await one(file, about));
      } catch (cause) {
        failures.value = [...failures.value, errorFrom(cause)];
      } finally {
        busy.value -= 1;
      }
    }
    return ids;
  }

  async function one(file: File, about: PhotoAbout): Promise<string> {
    const evidence = await exhibits.store(file, { ...about, place: task.value.place, officerName: session.officer?.name ?? '', now: now.value });
    const known = task.value.evidence.find((each) => each.withdrawn === null && each.file?.sha256 === evidence.file?.sha256);
    if (known !== undefined) return known.id;
    await submit('evidence.add', { evidence });
    return evidence.id;
  }

  return { busy, failures, add, forget: () => { failures.value = []; } };
}

/** Files of a drop, a paste or a picker. */
export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return transfer === null ? [] : [...transfer.files];
}
