/** What the parent wants of this process. */
export function input<T>(): T {
  return JSON.parse(process.env['BENCH_INPUT'] ?? 'null') as T;
}

/** Sends the result; resolves when it is on its way. */
export async function answer(result: unknown): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    if (process.send === undefined) throw new Error('Started by the bench only');
    process.send(result, (error: Error | null) => { if (error === null) resolve(); else reject(error); });
  });
}

/** Answers, then serves until the parent lets go. */
export function serveUntilReleased(close: () => Promise<void>): void {
  process.once('disconnect', () => { void close().then(() => process.exit(0)); });
}
