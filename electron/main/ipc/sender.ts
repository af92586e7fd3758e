import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { isWindowUrl } from '../security/protocol.ts';

/** Only the top frame of the window's own page is heard. */
export function isTrusted(event: IpcMainInvokeEvent | IpcMainEvent, window: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender === window && frame !== null && frame.parent === null && isWindowUrl(frame.url);
}
