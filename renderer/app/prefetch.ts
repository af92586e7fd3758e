import type { Router } from 'vue-router';

/** Loads the code of the other pages while the officer reads the first one, so that none of them starts cold. */
export function prefetchPages(router: Router): void {
  requestIdleCallback(() => {
    for (const { components } of router.getRoutes()) {
      const page: unknown = components?.['default'];
      if (isLoader(page)) void page().catch(() => undefined);
    }
  });
}

/** A page not loaded yet is a function without the marks of a functional component. */
function isLoader(page: unknown): page is () => Promise<unknown> {
  return typeof page === 'function' && !('displayName' in page) && !('props' in page);
}
