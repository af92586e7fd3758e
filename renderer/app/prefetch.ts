import type { Router } from 'vue-router';

/** What everybody sees after signing in. */
export const loadShell = () => import('./AppShell.vue');

/** Loads it while the officer types the password. */
export function prefetchWorkbench(router: Router): void {
  requestIdleCallback(() => {
    void loadShell().catch(() => undefined);
    const page: unknown = router.getRoutes().find(({ name }) => name === 'workbench')?.components?.['default'];
    if (isLoader(page)) void page().catch(() => undefined);
  });
}

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
