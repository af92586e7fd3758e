/**
 * The worker's log: one line each, on standard error, taken up by the main process. No personal data: names of methods
 * and phases, codes, counts and times only.
 */
export function logLine(event: string, facts: Readonly<Record<string, string | number | boolean | null>>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), from: 'worker', event, ...facts })}\n`);
}

/** The name and code of an error and where it was thrown. What it says may quote data and stays out, but for SQLite's own words. */
export function errorFacts(error: unknown): Readonly<Record<string, string | null>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const where = error.stack?.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('at ') && !line.includes('node_modules'))[0] ?? null;
  if (typeof code !== 'string') return { error: error.name, where };
  return code.startsWith('SQLITE_') ? { error: error.name, code, says: error.message, where } : { error: error.name, code, where };
}
