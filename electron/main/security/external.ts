import { type BrowserWindow, dialog, shell } from 'electron';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import { log } from '../log.ts';
import { externalTarget } from './external-hosts.ts';

/** The one door to the system's browser. Listed government sites only, and the person confirms. */
export async function openExternal(window: BrowserWindow, link: string): Promise<Result<null>> {
  const target = externalTarget(link);
  if (target === null) {
    log('external.refused', {});
    return fail({ code: 'FORBIDDEN', message: '该网址不在允许打开的政府网站名单内。如工作需要，请联系系统管理员添加。' });
  }
  const { response } = await dialog.showMessageBox(window, {
    type: 'question', title: '打开外部网站', message: `将用系统浏览器打开「${target.name}」`, detail: target.url,
    buttons: ['打开', '取消'], defaultId: 0, cancelId: 1, noLink: true,
  });
  if (response === 0) await shell.openExternal(target.url);
  return ok(null);
}
