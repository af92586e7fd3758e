import type { Router } from 'vue-router';

/** What everybody sees after signing in. */
export const loadShell = () => import('./AppShell.vue');

/** Loads it while the officer types the password. */
export function prefetchWorkbench(router: Router): void {
  requestIdleCallback(() => {
    void loadShell().catch(() => undefined);
    load(router, 'workbench');
  });
}

function load(router: Router, name: string): void {
  const page: unknown = router.getRoutes().find((route) => route.name === name)?.components?.['default'];
  if (isLoader(page)) void page().catch(() => undefined);
}

/** From the list the way to a case is short: its page is loaded while the officer reads the list. */
export function prefetchCaseFromList(router: Router): void {
  router.afterEach((to) => {
    if (to.name === 'cases') requestIdleCallback(() => { load(router, 'case'); });
  });
}

/** The first page has been drawn by then, and read a little. */
const PAGES_AFTER_MS = 2500;

/** Loads the code of the other pages while the officer reads the first one, one by one in idle moments, so that none of them starts cold. */
export function prefetchPages(router: Router): void {
  const pages = router.getRoutes().map(({ components }): unknown => components?.['default']).filter(isLoader);
  setTimeout(() => { void oneByOne(pages); }, PAGES_AFTER_MS);
}

async function oneByOne(loaders: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const load of loaders) {
    await new Promise((idle) => { requestIdleCallback(idle); });
    await load().catch(() => undefined);
  }
}

/** A page not loaded yet is a function without the marks of a functional component. */
function isLoader(page: unknown): page is () => Promise<unknown> {
  return typeof page === 'function' && !('displayName' in page) && !('props' in page);
}
