import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import type { PageSource } from './page-source.ts';
import { hitsOn, type TextHit } from './text-search.ts';
import type { VolumePageView } from './volume-pages.ts';

const WAIT_MS = 250;
/** More than these are no answer to a question. */
const CAP = 200;

/** Looks for text through all pages, one after the other, and shows hits as they are found. Text once read is kept. */
export function useSearch(pages: Ref<readonly VolumePageView[]>, source: PageSource) {
  const sought = ref('');
  const hits = shallowRef<readonly TextHit[]>([]);
  const done = ref(0);
  const searching = ref(false);
  const failed = ref(0);
  const texts = new Map<string, string>();
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch([sought, pages], () => {
    latest += 1;
    clearTimeout(timer);
    hits.value = [];
    done.value = 0;
    failed.value = 0;
    searching.value = sought.value.trim() !== '';
    if (searching.value) timer = setTimeout(() => void run(latest), WAIT_MS);
  });
  onScopeDispose(() => { latest += 1; clearTimeout(timer); });

  async function run(mine: number): Promise<void> {
    for (const [index, view] of pages.value.entries()) {
      const text = await textOf(view);
      if (mine !== latest) return;
      const found = hitsOn(index, text, sought.value);
      if (found.length > 0) hits.value = [...hits.value, ...found];
      done.value = index + 1;
      if (hits.value.length >= CAP) break;
    }
    searching.value = false;
  }

  /** A page whose file is not at hand is counted, and the search goes on. */
  async function textOf(view: VolumePageView): Promise<string> {
    const key = `${view.segment.id}:${String(view.page)}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    try {
      const text = await source.text(view);
      if (view.segment.item !== null) texts.set(key, text);
      return text;
    } catch {
      failed.value += 1;
      return '';
    }
  }

  return { sought, hits, done, searching, failed };
}
