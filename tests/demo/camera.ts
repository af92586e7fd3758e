import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Desktop } from '../helpers/desktop.ts';

const SIZES = [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }] as const;

/** Takes a picture of the window as it is, at the sizes officers have. */
export class Camera {
  private count = 0;
  private readonly desktop: Desktop;
  private readonly folder: string;

  constructor(desktop: Desktop, folder: string) {
    this.desktop = desktop;
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** One picture at the size the window has. */
  async take(name: string): Promise<void> {
    this.count += 1;
    await this.desktop.page.screenshot({ animations: 'disabled', path: path.join(this.folder, `${String(this.count).padStart(2, '0')}-${name}.png`) });
  }

  /** One picture at every size; the window ends at the first. */
  async takeAll(name: string): Promise<void> {
    this.count += 1;
    for (const size of [...SIZES].reverse()) {
      await this.desktop.resize(size);
      await this.desktop.page.screenshot({ animations: 'disabled', path: path.join(this.folder, `${String(this.count).padStart(2, '0')}-${name}-${String(size.width)}.png`) });
    }
  }
}
