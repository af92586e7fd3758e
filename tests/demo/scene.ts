import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DeskPage } from '../helpers/desk-page.ts';
import type { Camera } from './camera.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

/** What an act of the demo works with. */
export interface Scene {
  readonly stage: Stage;
  readonly story: Story;
  readonly camera: Camera;
  readonly desk: DeskPage;
  readonly password: string;
  /** Temporary folder for the files that are dragged in. */
  readonly folder: string;
}

/** Another person sits down at the desk and opens the case. */
export async function takeOver({ desk, password }: Scene, loginName: string, caseText: string): Promise<void> {
  await desk.synced();
  await desk.signOut();
  await desk.signIn(loginName, password);
  await desk.synced();
  await desk.openCase(caseText);
}

/** A moment of today in Asia/Shanghai, `YYYY-MM-DDTHH:mm`, `minutes` from now. */
export function localMinute(minutes = 0): string {
  return new Date(Date.now() + (8 * 60 + minutes) * 60_000).toISOString().slice(0, 16);
}

export function localDay(days = 0): string {
  return localMinute(days * 24 * 60).slice(0, 10);
}

export interface Exhibit {
  readonly file: string;
  readonly title: string;
  readonly proves: string;
  readonly kind?: string;
}

/** Drags files into the case and says what each proves. */
export async function addEvidence({ desk }: Scene, exhibits: readonly Exhibit[]): Promise<void> {
  await desk.section('evidence');
  const before = await desk.find('evidence-view').count();
  await desk.page.getByTestId('evidence-file-input').setInputFiles(exhibits.map(({ file }) => file));
  await desk.find(`evidence-proves-${String(exhibits.length - 1)}`).waitFor();
  for (const [index, exhibit] of exhibits.entries()) {
    await desk.fill(`evidence-title-${String(index)}`, exhibit.title);
    await desk.fill(`evidence-proves-${String(index)}`, exhibit.proves);
    if (exhibit.kind !== undefined) await desk.choose(`evidence-kind-${String(index)}`, exhibit.kind);
  }
  await desk.click('evidence-confirm');
  await desk.find('evidence-view').nth(before + exhibits.length - 1).waitFor();
}

const EXPORT_MS = 8_000;

/** Saves the open document as PDF, as an officer would hand it on, and keeps it under the order of its issue. */
export async function exportPdf({ desk, stage, story }: Scene): Promise<void> {
  const complaint = desk.page.locator('.el-message--error').first().innerText({ timeout: 2 * EXPORT_MS }).then((text) => { throw new Error(text); });
  complaint.catch(() => undefined);
  await desk.click('document-pdf');
  story.keepDocument(await Promise.race([newFile(stage.saveDir), complaint]));
}

/** The PDF that lands in `folder`, written whole (the desktop renames it into place). */
async function newFile(folder: string): Promise<string> {
  const deadline = Date.now() + EXPORT_MS;
  while (Date.now() < deadline) {
    const name = readdirSync(folder).find((file) => file.endsWith('.pdf'));
    if (name !== undefined) return path.join(folder, name);
    await delay(50);
  }
  throw new Error('The desktop exported no PDF.');
}
