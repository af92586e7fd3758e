/**
 * `npm run demo`: one case from clue to closing in the real desktop, with the network pulled on the way.
 * `npm run demo -- --line summary|hearing|court|transfer`: a side line, to its archived volume; `inspection`: from the draw to the case.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildDesktop } from '#build/commands/build-desktop.ts';
import { playFiling } from './acts/filing.ts';
import { playOffline } from './acts/offline.ts';
import { playOpening } from './acts/opening.ts';
import { playClosing } from './acts/closing.ts';
import { playDecision } from './acts/decision.ts';
import { playNotice } from './acts/notice.ts';
import { PlayClock } from './lines/clock.ts';
import { LINES } from './lines/index.ts';
import { Player } from './lines/player.ts';
import { Camera } from './camera.ts';
import type { Scene } from './scene.ts';
import { PASSWORD, setStage, startDemoServer, temporaryFolder } from './stage.ts';
import { Story } from './story.ts';
import { versions } from './versions.ts';

const LINE = lineAsked(process.argv.slice(2));
const OUT = path.resolve(import.meta.dirname, '../../out/demo', LINE ?? '');
const CASES = LINE === null ? 300 : 20;
const clock = new PlayClock();

/** `--line hearing`: which side line to play; without it, the main line. */
function lineAsked(args: readonly string[]): string | null {
  const at = args.indexOf('--line');
  const name = at < 0 ? null : (args[at + 1] ?? '');
  if (name === null || Object.hasOwn(LINES, name)) return name;
  console.error(`Unknown line. One of: ${Object.keys(LINES).join(', ')}`);
  process.exit(2);
}

/** Plays on a stage of its own, and clears it away whatever happens. */
async function perform(story: Story, folder: string): Promise<void> {
  const server = await story.timed('serverStart', () => startDemoServer(folder, CASES, () => clock.now()));
  try {
    story.tell(`The API server runs on a PostgreSQL of its own, with ${String(CASES)} fictional cases.`);
    const stage = await story.timed('desktopStart', () => setStage(server, folder));
    const camera = new Camera(stage.desktop, path.join(OUT, 'screens'));
    try {
      story.note('versions', await versions(stage));
      const scene = { stage, story, camera, desk: stage.desk, password: PASSWORD, folder };
      await (LINE === null ? playMainLine(scene) : LINES[LINE]?.(new Player(scene, clock, OUT, `case-demo-${LINE}`)));
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

async function playMainLine(scene: Scene): Promise<void> {
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
