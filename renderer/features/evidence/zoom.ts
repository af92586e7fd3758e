const STEPS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6] as const;

/** The next larger (`1`) or smaller (`-1`) zoom; stays at the ends. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const wanted = direction === 1 ? STEPS.find((step) => step > zoom + 0.001) : STEPS.findLast((step) => step < zoom - 0.001);
  return wanted ?? zoom;
}
