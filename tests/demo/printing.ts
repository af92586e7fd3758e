import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Scene } from './scene.ts';

/** Prints the open document with two keystrokes, to the real queue where there is one. Says where it went. */
export async function printOpenDocument({ desk, stage, story, camera }: Scene, name: string): Promise<string> {
  if (!stage.cups.available) return `no print queue here (${stage.cups.reason}), the PDF stands for the sheet.`;
  const since = Date.now();
  await desk.page.keyboard.press('Control+p');
  await desk.find('print-dialog').waitFor();
  await desk.page.locator('[data-testid="print-confirm"]:not([disabled])').waitFor();
  await camera.take('print-dialog');
  const sheet = await story.timed(name, async () => {
    await desk.page.keyboard.press('Enter');
    return stage.cups.available ? stage.cups.printedSince(since) : '';
  });
  await desk.find('print-dialog').waitFor({ state: 'hidden' });
  copyFileSync(sheet, path.join(story.folder, `${name}.pdf`));
  return `the queue ${stage.cups.name} printed it.`;
}
