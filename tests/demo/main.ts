/** `npm run demo`: one case from clue to closing in the real desktop, with the network pulled on the way. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildDesktop } from '#build/commands/build-desktop.ts';
import { playFiling } from './acts/filing.ts';
import { playOffline } from './acts/offline.ts';
import { playOpening } from './acts/opening.ts';
import { playClosing } from './acts/closing.ts';
import { playDecision } from './acts/decision.ts';
import { playNotice } from './acts/notice.ts';
import { Camera } from './camera.ts';
import type { Scene } from './scene.ts';
import { PASSWORD, setStage, startDemoServer, temporaryFolder } from './stage.ts';
import { Story } from './story.ts';
import { versions } from './versions.ts';

const OUT = path.resolve(import.meta.dirname, '../../out/demo');
const CASES = 300;

/** Plays the acts on a stage of their own, and clears it away whatever happens. */
async function perform(story: Story, folder: string): Promise<void> {
  const server = await story.timed('serverStart', () => startDemoServer(folder, CASES));
  try {
    story.tell(`The API server runs on a PostgreSQL of its own, with ${String(CASES)} fictional cases.`);
    const stage = await story.timed('desktopStart', () => setStage(server, folder));
    const camera = new Camera(stage.desktop, path.join(OUT, 'screens'));
    try {
      story.note('versions', await versions(stage));
      await play({ stage, story, camera, desk: stage.desk, password: PASSWORD, folder });
    } catch (error) {
      await camera.take('failure');
      throw error;
    } finally {
      await stage.close();
    }
  } finally {
    await server.close();
  }
}

async function play(scene: Scene): Promise<void> {
  await playOpening(scene);
  await playFiling(scene);
  await playOffline(scene);
  await playNotice(scene);
  await playDecision(scene);
  await playClosing(scene);
}

async function main(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  const story = new Story(OUT);
  const build = await story.timed('build', buildDesktop);
  if (!build.passed) throw new Error(build.output);
  story.tell('The desktop is built.');
  const { folder, remove } = temporaryFolder();
  try {
    await perform(story, folder);
    story.tell(`Done. Documents, screens and demo.json are in ${path.relative(process.cwd(), OUT)}.`);
  } finally {
    story.save();
    remove();
  }
}

await main();
