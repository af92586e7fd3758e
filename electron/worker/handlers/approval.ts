import { findApprovals } from '#worker/state/approvals.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';

export function approvalHandlers({ session }: HandlerDeps): Handlers<'approvals.list'> {
  return { 'approvals.list': () => findApprovals(session.workspace()) };
}
