import { createRouter, createWebHashHistory, type RouteLocationNormalized, type RouteLocationRaw, type Router, type RouteRecordRaw } from 'vue-router';
import { useSession } from '#renderer/composables/session.ts';
import SignInPage from '../features/sign-in/SignInPage.vue';
import { boot, maybeSignedIn } from './boot.ts';

/** Pages have addresses, so that back, forward and reopening work. The hash keeps them out of the app:// paths. */
const ROUTES: readonly RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: SignInPage, meta: { open: true } },
  { path: '/', name: 'workbench', component: () => import('../features/workbench/WorkbenchPage.vue') },
  { path: '/cases', name: 'cases', component: () => import('../features/case-list/CaseListPage.vue') },
  { path: '/cases/new', name: 'case-new', component: () => import('../features/case-list/RegisterPage.vue') },
  { path: '/cases/:caseId', name: 'case', component: () => import('./CaseFileView.vue'), props: true },
  { path: '/cases/:caseId/documents/:documentId', name: 'document', component: () => import('./CaseDocumentView.vue'), props: true },
  { path: '/sync', name: 'sync', component: () => import('../features/sync/SyncPage.vue') },
  { path: '/matters', name: 'matters', component: () => import('../features/matters/MattersPage.vue') },
  { path: '/admin', name: 'admin', component: () => import('../features/admin/AdminPage.vue'), meta: { role: 'admin' } },
  { path: '/:rest(.*)*', redirect: { name: 'workbench' } },
];

export function makeRouter(): Router {
  const router = createRouter({ history: createWebHashHistory(), routes: [...ROUTES] });
  router.beforeEach((to) => (to.meta.open === true || maybeSignedIn() || useSession().signedIn ? checked(to) : signInPage(to)));
  return router;
}

async function checked(to: RouteLocationNormalized): Promise<RouteLocationRaw | boolean> {
  if (to.meta.open === true) {
    void boot();
    return true;
  }
  if (!await boot()) return true;
  const session = useSession();
  if (!session.signedIn) return signInPage(to);
  if (to.meta.role === 'admin' && !session.holds('admin')) return { name: 'workbench' };
  return true;
}

function signInPage(to: RouteLocationNormalized): RouteLocationRaw {
  return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
}
