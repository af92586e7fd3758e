import type { RouteLocationRaw } from 'vue-router';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import { isTaskFile } from '#shared/domain/task/as-case-file.ts';

/** The page of a paper: papers of a supervision task stand under the task. */
export function paperRoute(file: Pick<CaseFile, 'id' | 'fromTask'>, documentId: string): RouteLocationRaw {
  return isTaskFile(file) ? { name: 'task-document', params: { taskId: file.id, documentId } } : { name: 'document', params: { caseId: file.id, documentId } };
}

/** Where a paper belongs: the case's page, or the task's. */
export function paperHome(file: Pick<CaseFile, 'id' | 'fromTask'>): RouteLocationRaw {
  return isTaskFile(file) ? { name: 'task', params: { taskId: file.id } } : { name: 'case', params: { caseId: file.id } };
}
