import { Notification, type BrowserWindow } from 'electron';
import { WINDOW_URL } from '../security/protocol.ts';
import type { TaskNotice } from './task-notices.ts';

/** Kept while they are on the screen: one that is collected no longer hears the click. */
const shown = new Set<Notification>();

/** Shows a notice of the system; a click brings the window to the front and opens what it speaks of. */
export function showNotice({ title, body, taskId }: TaskNotice, window: () => BrowserWindow | null): void {
  if (!Notification.isSupported()) return;
  const notice = new Notification({ title, body });
  shown.add(notice);
  notice.once('close', () => { shown.delete(notice); });
  notice.once('click', () => {
    shown.delete(notice);
    const target = window();
    if (target === null) return;
    if (target.isMinimized()) target.restore();
    target.show();
    target.focus();
    void target.loadURL(`${WINDOW_URL}#/tasks${taskId === null ? '' : `/${encodeURIComponent(taskId)}`}`).catch(() => undefined);
  });
  notice.show();
}

export function noticesSupported(): boolean {
  return Notification.isSupported();
}
