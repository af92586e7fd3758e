import { fail, ok, type Result } from '#shared/contract/result.ts';

export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The pages that 1-based inclusive ranges mean, in the order of the document, each once; no range means all. The choice
 * is made here and not by the print system, because macOS honours one range only.
 */
export function selectPages<T>(pages: readonly T[], ranges: readonly PageRange[]): Result<readonly T[]> {
  const wrong = ranges.find(({ from, to }) => from < 1 || to < from || to > pages.length);
  if (wrong !== undefined) {
    return fail({ code: 'INVALID_INPUT', message: `页码「${wrong.from}-${wrong.to}」不对：这份文书共 ${pages.length} 页。`, details: { field: 'ranges', pages: pages.length } });
  }
  if (ranges.length === 0) return ok(pages);
  return ok(pages.filter((_, index) => ranges.some(({ from, to }) => index + 1 >= from && index + 1 <= to)));
}
