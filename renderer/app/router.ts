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
  { path: '/tasks', name: 'tasks', component: () => import('../features/tasks/TasksPage.vue') },
  { path: '/tasks/:taskId/documents/:documentId', name: 'task-document', component: () => import('./CaseDocumentView.vue'), props: ({ params }) => ({ caseId: params['taskId'], documentId: params['documentId'] }) },
  { path: '/tasks/:taskId', name: 'task', component: () => import('./SupervisionTaskView.vue'), props: true },
  { path: '/approvals', name: 'approvals', component: () => import('../features/approvals/ApprovalsPage.vue') },
  { path: '/cases/:caseId/volume', name: 'volume', component: () => import('../features/volume/VolumePage.vue'), props: true },
  { path: '/archive', name: 'archive', component: () => import('../features/volume/ArchivePage.vue'), meta: { role: 'archivist' } },
  { path: '/deadlines', name: 'deadlines', component: () => import('../features/deadlines/DeadlinesPage.vue') },
  { path: '/reviews', name: 'reviews', component: () => import('../features/review/ReviewsPage.vue') },
  { path: '/reviews/:roundId', name: 'review-round', component: () => import('../features/review/RoundPage.vue'), props: true },
  { path: '/draws', name: 'draws', component: () => import('../features/draw/DrawPlansPage.vue') },
  { path: '/draws/publications', name: 'draw-publications', component: () => import('../features/draw/PublicationPage.vue') },
  { path: '/draws/plans/new', name: 'draw-plan-new', component: () => import('../features/draw/PlanEditPage.vue') },
  { path: '/draws/plans/:planId', name: 'draw-plan', component: () => import('../features/draw/PlanPage.vue'), props: true },
  { path: '/draws/plans/:planId/edit', name: 'draw-plan-edit', component: () => import('../features/draw/PlanEditPage.vue'), props: true },
  { path: '/draws/plans/:planId/draw', name: 'draw-new', component: () => import('../features/draw/DrawSetupPage.vue'), props: true },
  { path: '/draws/:drawId', name: 'draw', component: () => import('../features/draw/DrawPage.vue'), props: true },
  { path: '/sync', name: 'sync', component: () => import('../features/sync/SyncPage.vue') },
  { path: '/matters/coverage', name: 'matter-coverage', component: () => import('../features/matters/CoveragePage.vue') },
  { path: '/matters/new', name: 'matter-new', component: () => import('../features/matters/MatterEditPage.vue') },
  { path: '/matters/:code/edit', name: 'matter-edit', component: () => import('../features/matters/MatterEditPage.vue'), props: true },
  { path: '/matters/:code?', name: 'matters', component: () => import('../features/matters/MattersPage.vue'), props: true },
  { path: '/registers/import', name: 'register-import', component: () => import('../features/registers/ImportPage.vue') },
  { path: '/registers/duplicates/:kind', name: 'register-duplicates', component: () => import('../features/registers/DuplicatesPage.vue'), props: true },
  { path: '/registers/projects/:projectId', name: 'register-project', component: () => import('../features/registers/ProjectPage.vue'), props: true },
  { path: '/registers/parties/:partyId', name: 'register-party', component: () => import('../features/registers/PartyPage.vue'), props: true },
  { path: '/registers/officers/:officerId', name: 'register-officer', component: () => import('../features/registers/OfficerPage.vue'), props: true },
  { path: '/registers/:kind?', name: 'registers', component: () => import('../features/registers/RegistersPage.vue'), props: true },
  { path: '/statistics/list', name: 'statistics-rows', component: () => import('../features/statistics/FigureRowsPage.vue') },
  { path: '/statistics/:tab?', name: 'statistics', component: () => import('../features/statistics/StatisticsPage.vue'), props: true },
  { path: '/admin/:section?', name: 'admin', component: () => import('../features/admin/AdminPage.vue'), props: true, meta: { role: 'admin' } },
  { path: '/wording/:set?/:channel?', name: 'wording', component: () => import('../features/wording/WordingPage.vue'), props: true, meta: { role: 'admin' } },
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
  if ((to.meta.role === 'admin' || to.meta.role === 'archivist') && !session.holds(to.meta.role)) return { name: 'workbench' };
  return true;
}

function signInPage(to: RouteLocationNormalized): RouteLocationRaw {
  return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
}
