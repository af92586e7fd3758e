import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface Running<T> {
  /** The first message of the process. */
  readonly answer: T;
  readonly pid: number;
  /** Lets the process end in order. */
  stop(): Promise<void>;
}

/**
 * Starts `tests/bench/processes/<name>.ts` in a Node 24 of its own, as client and server are in life: neither shares a
 * thread or a heap with what it is measured against.
 */
export async function startProcess<T>(name: string, input: unknown, flags: readonly string[] = []): Promise<Running<T>> {
  const script = path.join(import.meta.dirname, 'processes', `${name}.ts`);
  const child = spawn(process.execPath, [...flags, script], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'], env: { ...process.env, BENCH_INPUT: JSON.stringify(input) } });
  const complaint = lastWords(child);
  const gone = once(child, 'exit');
  const answer = await Promise.race([once(child, 'message').then(([message]) => message as T), gone.then(() => null)]);
  if (answer === null) throw new Error(`${name} ended without an answer: ${complaint()}`);
  return {
    answer, pid: child.pid ?? 0,
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

/** Runs a process to its end and answers what it sent. */
export async function runProcess<T>(name: string, input: unknown): Promise<T> {
  const running = await startProcess<T>(name, input);
  await running.stop();
  return running.answer;
}

/** The end of what a process wrote on standard error. */
export function lastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => { text = (text + chunk.toString()).slice(-4000); });
  return () => text;
}
