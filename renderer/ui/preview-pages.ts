/** One page on the screen: its picture and the address it is shown from. */
export interface PageImage {
  readonly svg: string;
  readonly url: string;
}

/** 1-based, inclusive. */
export interface Sight {
  readonly first: number;
  readonly last: number;
}

/** Pages that did not change keep their address, so that only the page being written on is painted anew. */
export function replacePages(last: readonly PageImage[], svgs: readonly string[], createUrl: (svg: string) => string): readonly PageImage[] {
  return svgs.map((svg, index) => {
    const old = last[index];
    return old?.svg === svg ? old : { svg, url: createUrl(svg) };
  });
}

/** What to paint first: the new pages in sight, the old ones (as far as there are any) elsewhere. */
export function stagePages(shown: readonly PageImage[], target: readonly PageImage[], sight: Sight): readonly PageImage[] {
  return target.map((page, index) => (index + 1 >= sight.first && index + 1 <= sight.last ? page : shown[index] ?? page));
}

/** The page that fills most of the view, 1-based: the last one whose top is above the middle. */
export function pageInView(tops: readonly number[], middle: number): number {
  let page = 1;
  tops.forEach((top, index) => {
    if (top <= middle) page = index + 1;
  });
  return page;
}

/** Pages of which some part lies between the upper and the lower edge of the view. */
export function pagesInSight(tops: readonly number[], upper: number, lower: number): Sight {
  return { first: pageInView(tops, upper), last: pageInView(tops, lower) };
}
