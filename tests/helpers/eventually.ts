/** Waits until `look` answers something other than `null` or `false`. */
export async function eventually<T>(look: () => T | Promise<T>, milliseconds = 10_000): Promise<NonNullable<T>> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error('It did not happen in time');
    await new Promise((done) => setTimeout(done, 20));
  }
}
