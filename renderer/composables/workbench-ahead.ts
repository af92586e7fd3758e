import { call, on } from '#renderer/bridge/ipc.ts';
import type { Workbench } from '#shared/contract/views.ts';

let ahead: { readonly answer: Promise<Workbench>; readonly stopListening: () => void } | null = null;

/**
 * Asks for the workbench while its page is still being drawn: worker and window then work side by side. Forgotten when
 * records change before the page, which listens for itself, has taken it.
 */
export function askWorkbenchAhead(): void {
  forget();
  const answer = call('workbench.get', {});
  answer.catch(() => undefined);
  ahead = { answer, stopListening: on('records.changed', () => { forget(); }) };
}

/** The workbench: what was asked for ahead, once, and from then on as it is now. */
export function takeWorkbench(): Promise<Workbench> {
  const answer = ahead?.answer;
  forget();
  return answer ?? call('workbench.get', {});
}

function forget(): void {
  ahead?.stopListening();
  ahead = null;
}
