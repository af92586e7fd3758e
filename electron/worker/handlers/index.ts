import { approvalHandlers } from './approval.ts';
import { caseHandlers } from './case.ts';
import { deadlineHandlers } from './deadline.ts';
import { documentHandlers } from './document.ts';
import { fileHandlers } from './file.ts';
import type { HandlerDeps, Handlers } from './handlers.ts';
import { referenceHandlers } from './reference.ts';
import { sessionHandlers } from './session.ts';
import { syncHandlers } from './sync.ts';
import { taskHandlers } from './task.ts';
import { volumeHandlers } from './volume.ts';
import { workbenchHandlers } from './workbench.ts';

export function createHandlers(deps: HandlerDeps): Handlers {
  return {
    ...sessionHandlers(deps), ...syncHandlers(deps), ...caseHandlers(deps), ...documentHandlers(deps), ...fileHandlers(deps), ...referenceHandlers(deps), ...workbenchHandlers(deps), ...approvalHandlers(deps), ...deadlineHandlers(deps), ...taskHandlers(deps), ...volumeHandlers(deps),
  };
}
