import { nextTick, onScopeDispose, ref, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { Preview } from '#shared/contract/views.ts';
import { replacePages, stagePages, type PageImage, type Sight } from '../ui/preview-pages.ts';
import { createPreviewScheduler } from './preview-scheduler.ts';

/** What one key or one committed word changes joins one picture; nobody types the next within the 50 ms a repaint may take. */
const JOIN_KEYS_MS = 0;

/** The pages on the screen: those in sight are decoded and painted first, the others follow when nothing newer came. */
class PreviewScreen {
  readonly pages = shallowRef<readonly PageImage[]>([]);
  sight: Sight = { first: 1, last: 1 };
  private target: readonly PageImage[] = [];
  private readonly urls = new Set<string>();

  async show(svgs: readonly string[]): Promise<void> {
    this.target = replacePages(this.target, svgs, (svg) => this.urlOf(svg));
    const { target } = this;
    await this.paint(stagePages(this.pages.value, target, this.sight));
    void this.showRest(target);
  }

  dispose(): void {
    this.urls.forEach((url) => { URL.revokeObjectURL(url); });
  }

  private async showRest(target: readonly PageImage[]): Promise<void> {
    await Promise.all(this.fresh(target).map(decoded));
    if (target !== this.target) return;
    await this.paint(target);
    this.release();
  }

  private async paint(next: readonly PageImage[]): Promise<void> {
    await Promise.all(this.fresh(next).map(decoded));
    this.pages.value = next;
    await nextTick();
    await nextFrame();
  }

  private fresh(next: readonly PageImage[]): readonly PageImage[] {
    return next.filter((page) => !this.pages.value.includes(page));
  }

  private urlOf(svg: string): string {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    this.urls.add(url);
    return url;
  }

  /** Everything is on the screen now; older pictures are let go. */
  private release(): void {
    const kept = new Set(this.target.map((page) => page.url));
    for (const url of this.urls) {
      if (kept.has(url)) continue;
      URL.revokeObjectURL(url);
      this.urls.delete(url);
    }
  }
}

/** The real pages of a document, made by the worker (`make`) as someone types. */
export function usePreview<Request>(make: (request: Request) => Promise<Preview>) {
  const screen = new PreviewScreen();
  const missing = shallowRef<Preview['missing']>([]);
  const error = shallowRef<AppError | null>(null);
  /** Milliseconds from the latest request to the painted page in sight. */
  const repaint = ref(0);
  let asked = 0;

  const scheduler = createPreviewScheduler<Request, Preview>({
    delay: JOIN_KEYS_MS,
    make,
    show: async (preview) => {
      missing.value = preview.missing;
      error.value = null;
      await screen.show(preview.pages);
      repaint.value = Math.round(performance.now() - asked);
    },
    fail: (cause) => { error.value = errorFrom(cause); },
  });

  function request(wanted: Request): void {
    asked = performance.now();
    scheduler.request(wanted);
  }
  function setSight(sight: Sight): void {
    screen.sight = sight;
  }

  onScopeDispose(() => {
    scheduler.dispose();
    screen.dispose();
  });
  return { pages: screen.pages, missing, error, repaint, request, setSight };
}

/** Waits until the picture can be painted at once; one that cannot be decoded is shown as the browser shows it. */
async function decoded(page: PageImage): Promise<void> {
  const image = new Image();
  image.src = page.url;
  await image.decode().catch(() => undefined);
}

/** The next frame, or a moment in a window that paints none (hidden or minimised). */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, 60);
    requestAnimationFrame(done);
    function done(): void {
      clearTimeout(timer);
      resolve();
    }
  });
}
