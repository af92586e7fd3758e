import { errorFrom } from '#renderer/bridge/failure.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { PrintOutcome } from '#shared/contract/views.ts';

/** How far one paper of a batch is. */
export type PaperState =
  | { readonly at: 'waiting' }
  | { readonly at: 'sending' }
  | { readonly at: 'sent'; readonly pages: number }
  | { readonly at: 'failed'; readonly error: AppError };

interface QueueJob {
  /** Papers by position; only those still waiting or failed are sent. */
  readonly states: readonly PaperState[];
  readonly send: (position: number) => Promise<PrintOutcome>;
  readonly onChange: (position: number, state: PaperState) => void;
  /** Asked before each paper. */
  readonly stopped: () => boolean;
}

/**
 * Sends papers one by one, so that each begins on a sheet of its own and has its own number of copies. The first failure
 * ends the run: a printer without paper would refuse the others as well. Answers whether everything has been sent.
 */
export async function runQueue(job: QueueJob): Promise<boolean> {
  for (const [position, state] of job.states.entries()) {
    if (state.at === 'sent') continue;
    if (job.stopped() || !await sendOne(job, position)) return false;
  }
  return true;
}

async function sendOne(job: QueueJob, position: number): Promise<boolean> {
  job.onChange(position, { at: 'sending' });
  try {
    const { pages } = await job.send(position);
    job.onChange(position, { at: 'sent', pages });
    return true;
  } catch (cause) {
    job.onChange(position, { at: 'failed', error: errorFrom(cause) });
    return false;
  }
}
