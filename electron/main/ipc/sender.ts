import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { isWindowUrl } from '../security/protocol.ts';

/** Only the top frame of the window's own page is heard; not one that Electron cannot name, which it leaves undefined at times. */
export function isTrusted(event: IpcMainInvokeEvent | IpcMainEvent, window: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender === window && frame?.parent === null && isWindowUrl(frame.url);
}

/** Whether Electron can name the frame that speaks. */
export function isKnown(event: IpcMainEvent): boolean {
  return (event.senderFrame ?? null) !== null;
}
