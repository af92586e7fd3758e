import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router';
import { useSession } from '#renderer/composables/session.ts';
import { boot } from './boot.ts';

/** Pages have addresses, so that back, forward and reopening work. The hash keeps them out of the app:// paths. */
const ROUTES: readonly RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('../features/sign-in/SignInPage.vue'), meta: { open: true } },
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
  router.beforeEach(async (to) => {
    if (!await boot()) return true;
    const session = useSession();
    if (to.meta.open === true) return true;
    if (!session.signedIn) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
    if (to.meta.role === 'admin' && !session.holds('admin')) return { name: 'workbench' };
    return true;
  });
  return router;
}
