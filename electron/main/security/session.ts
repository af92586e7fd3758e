import path from 'node:path';
import { type DownloadItem, session, type Session } from 'electron';
import { FILE_KINDS } from '#shared/domain/evidence/file-kinds.ts';
import { log } from '../log.ts';

/** What the window may hand out: lists, exports, and every kind of file that is taken in; anything that could be started is not among them. */
const SAVED_ENDINGS: ReadonlySet<string> = new Set(['.csv', '.json', ...Object.values(FILE_KINDS).flatMap(({ endings }) => endings.map((ending) => `.${ending}`))]);

export interface SessionRules {
  /** Whether a request may leave the window. */
  readonly mayRequest: (url: URL) => boolean;
  /** Where exports are saved without asking; tests only. */
  readonly testSaveDir: string | null;
}

/** A session that lives in memory and leaves nothing on disk, with every permission denied. */
export function createSession(partition: string, rules: SessionRules): Session {
  const created = session.fromPartition(partition, { cache: false });
  denyPermissions(created);
  created.setSpellCheckerEnabled(false);
  // Chromium's own verdict stands: no exception for a certificate is ever made.
  created.setCertificateVerifyProc(null);
  created.webRequest.onBeforeRequest((details, callback) => {
    const allowed = URL.canParse(details.url) && rules.mayRequest(new URL(details.url));
    if (!allowed) log('request.refused', { type: details.resourceType });
    callback({ cancel: !allowed });
  });
  created.on('will-download', (event, item) => {
    if (mayDownload(item)) chooseTarget(item, rules.testSaveDir);
    else event.preventDefault();
  });
  return created;
}

function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, permission, callback) => {
    log('permission.denied', { permission });
    callback(false);
  });
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, callback) => { callback({}); });
}

function mayDownload(item: DownloadItem): boolean {
  return item.getURL().startsWith('blob:app://desk/') && SAVED_ENDINGS.has(path.extname(item.getFilename()).toLowerCase());
}

/** Without a path set, Electron asks the person where to save. */
function chooseTarget(item: DownloadItem, testSaveDir: string | null): void {
  if (testSaveDir !== null) item.setSavePath(path.join(testSaveDir, path.basename(item.getFilename())));
}
