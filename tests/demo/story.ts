import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What happened, told in about 25 lines on the console and kept in `demo.json`. */
export class Story {
  readonly folder: string;
  private readonly began = performance.now();
  private documents = 0;
  private readonly record: Record<string, unknown> = {};
  private readonly chapters: { readonly at: number; readonly text: string }[] = [];

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  tell(text: string): void {
    const seconds = (performance.now() - this.began) / 1000;
    this.chapters.push({ at: Math.round(seconds * 10) / 10, text });
    console.log(`${seconds.toFixed(1).padStart(6)} s  ${text}`);
  }

  note(key: string, value: unknown): void {
    this.record[key] = value;
  }

  /** Moves an exported PDF into the demo's documents, numbered in the order of their issue. */
  keepDocument(file: string): void {
    this.documents += 1;
    const folder = path.join(this.folder, 'documents');
    mkdirSync(folder, { recursive: true });
    copyFileSync(file, path.join(folder, `${String(this.documents).padStart(2, '0')}-${path.basename(file)}`));
    rmSync(file);
  }

  /** Runs `work` and notes its duration in milliseconds under `times.<key>`. */
  async timed<T>(key: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const value = await work();
    const times = (this.record['times'] ??= {}) as Record<string, number>;
    times[key] = Math.round(performance.now() - started);
    return value;
  }

  save(): void {
    const content = { ...this.record, seconds: Math.round((performance.now() - this.began) / 1000), story: this.chapters };
    writeFileSync(path.join(this.folder, 'demo.json'), `${JSON.stringify(content, null, 2)}\n`);
  }
}
