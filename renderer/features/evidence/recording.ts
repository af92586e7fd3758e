/** A recording that has not told its length by then cannot be played here. */
const PATIENCE_MS = 8000;
/** Widest side of a still in pixels. */
const STILL = 360;

/** A player over bytes in memory; `close` gives the memory back. */
interface Player {
  readonly element: HTMLVideoElement;
  close(): void;
}

function open(blob: Blob): Player {
  const url = URL.createObjectURL(blob);
  const element = document.createElement('video');
  element.muted = true;
  element.preload = 'auto';
  element.src = url;
  return {
    element,
    close: () => {
      element.removeAttribute('src');
      element.load();
      URL.revokeObjectURL(url);
    },
  };
}

function once(element: HTMLVideoElement, event: 'loadedmetadata' | 'seeked' | 'durationchange'): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject(new Error(`no ${event}`)); }, PATIENCE_MS);
    element.addEventListener(event, () => { clearTimeout(timer); resolve(); }, { once: true });
    element.addEventListener('error', () => { clearTimeout(timer); reject(new Error('not playable')); }, { once: true });
  });
}

/** Length in seconds. Recorders that write as they go leave it open: then the end is looked for. */
async function lengthOf(element: HTMLVideoElement): Promise<number> {
  await once(element, 'loadedmetadata');
  if (Number.isFinite(element.duration)) return element.duration;
  const known = once(element, 'durationchange');
  element.currentTime = Number.MAX_SAFE_INTEGER;
  await known;
  return element.duration;
}

/** Seconds of a recording; `null` when this program cannot play it. */
export async function secondsOf(blob: Blob): Promise<number | null> {
  const player = open(blob);
  try {
    const seconds = await lengthOf(player.element);
    return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  } catch {
    return null;
  } finally {
    player.close();
  }
}

/** A picture out of the first seconds of a film; `null` for a recording without pictures. */
export async function stillOf(blob: Blob): Promise<Blob | null> {
  const player = open(blob);
  try {
    const { element } = player;
    const seconds = await lengthOf(element);
    if (element.videoWidth === 0) return null;
    const sought = once(element, 'seeked');
    element.currentTime = Math.min(1, seconds / 2);
    await sought;
    const scale = Math.min(1, STILL / Math.max(element.videoWidth, element.videoHeight));
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(element.videoWidth * scale)), Math.max(1, Math.round(element.videoHeight * scale)));
    canvas.getContext('2d')?.drawImage(element, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  } finally {
    player.close();
  }
}
