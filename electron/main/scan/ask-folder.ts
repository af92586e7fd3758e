import { type BrowserWindow, dialog } from 'electron';

/** Lets the person choose the scanner's folder. */
export async function askFolder(window: BrowserWindow, current: string | null): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: '选择扫描文件夹', buttonLabel: '选择', properties: ['openDirectory'], ...(current === null ? {} : { defaultPath: current }),
  });
  return canceled ? null : filePaths[0] ?? null;
}
