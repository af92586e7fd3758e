import path from 'node:path';
import { app } from 'electron';

export interface AppPaths {
  readonly pages: string;
  readonly preload: string;
  readonly worker: string;
  readonly typesetting: string;
  /** Folders of the open fonts that stand in where the office's own are not installed. */
  readonly fonts: readonly string[];
}

const OPEN_FONTS = ['noto-serif-sc/400Regular', 'noto-serif-sc/500Medium', 'noto-serif-sc/700Bold', 'noto-sans-sc/500Medium'];

/** Where the built parts lie; the packaged program has its fonts as files among its resources. */
export function appPaths(): AppPaths {
  const root = app.getAppPath();
  const built = path.join(root, 'out/app');
  const fonts = app.isPackaged ? path.join(process.resourcesPath, 'fonts') : path.join(root, 'node_modules/@expo-google-fonts');
  return {
    pages: path.join(built, 'renderer'),
    preload: path.join(built, 'preload/index.cjs'),
    worker: path.join(built, 'worker/index.js'),
    typesetting: path.join(built, 'worker/assets'),
    fonts: OPEN_FONTS.map((folder) => path.join(fonts, folder)),
  };
}
