import { call } from '#renderer/bridge/ipc.ts';

/** Widest side of a thumbnail in pixels, twice the size it is shown at. */
const SIZE = 360;
/** Photos are large; more at once would hold up the page that is being read. */
const AT_ONCE = 2;
const KEPT = 240;

const cache = new Map<string, string>();
const waiting: (() => void)[] = [];
let running = 0;

/** Address of a small picture of a stored photo; throws `AppFailure` when the file cannot be had. */
export async function thumbnailUrl(sha256: string): Promise<string> {
  const known = cache.get(sha256);
  if (known !== undefined) return known;
  await turn();
  try {
    const { bytes, mime } = await call('file.read', { sha256 });
    const url = URL.createObjectURL(await shrink(new Blob([bytes as BlobPart], { type: mime })));
    remember(sha256, url);
    return url;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function turn(): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => { waiting.push(resolve); });
  running += 1;
}

/** The oldest pictures are dropped, so that a long day of cases does not fill the memory. */
function remember(sha256: string, url: string): void {
  cache.set(sha256, url);
  const oldest = cache.keys().next().value;
  if (cache.size <= KEPT || oldest === undefined) return;
  URL.revokeObjectURL(cache.get(oldest) ?? '');
  cache.delete(oldest);
}

async function shrink(blob: Blob): Promise<Blob> {
  const image = await createImageBitmap(blob);
  const scale = Math.min(1, SIZE / Math.max(image.width, image.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}
