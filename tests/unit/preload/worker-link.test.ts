import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import type { WorkerMessage, WorkerRequest } from '#shared/contract/worker-protocol.ts';
import { createWorkerLink } from '../../../electron/preload/worker-link.ts';

const open: NodePort[] = [];
afterEach(() => { for (const port of open.splice(0)) port.close(); });

/** One end for the window, and a worker at the other that notes what it is asked. */
function startWorker(answer: (request: WorkerRequest) => WorkerMessage | null): { readonly port: MessagePort; readonly asked: string[]; readonly crash: () => void; readonly announce: (message: WorkerMessage) => void } {
  const { port1, port2 } = new MessageChannel();
  const asked: string[] = [];
  open.push(port1, port2);
  port2.on('message', (request: WorkerRequest) => {
    asked.push(request.name);
    const reply = answer(request);
    if (reply !== null) port2.postMessage(reply);
  });
  return { port: port1 as unknown as MessagePort, asked, crash: () => { port2.close(); }, announce: (message) => { port2.postMessage(message); } };
}

const value = (request: WorkerRequest): WorkerMessage => ({ id: request.id, result: { ok: true, value: request.name } });
const silent = (): null => null;

it('holds calls until a worker is there, and answers each its own', async () => {
  const link = createWorkerLink();
  const early = [link.request('case.get', {}), link.request('document.get', {})];
  link.attach(startWorker(value).port);
  expect(await Promise.all(early)).toEqual([{ ok: true, value: 'case.get' }, { ok: true, value: 'document.get' }]);
});

it('asks the successor of a crashed worker again for what only reads, and never repeats a change', async () => {
  const link = createWorkerLink();
  const first = startWorker(silent);
  link.attach(first.port);
  const read = link.request('case.list', {});
  const change = link.request('command.submit', {});
  await expect.poll(() => first.asked).toEqual(['case.list', 'command.submit']);
  first.crash();
  const answered = await change;
  expect(answered.ok ? null : answered.error.code).toBe('INTERNAL');
  const second = startWorker(value);
  link.attach(second.port);
  expect(await read).toEqual({ ok: true, value: 'case.list' });
  expect(second.asked).not.toContain('command.submit');
});

it('tells the page who is signed in at the new worker', async () => {
  const link = createWorkerLink();
  link.attach(startWorker(silent).port);
  const heard = new Promise((resolve) => { link.on('session.changed', resolve); });
  link.attach(startWorker(value).port);
  expect(await heard).toBe('session.state');
});

it('passes events on until the listener leaves', async () => {
  const link = createWorkerLink();
  const worker = startWorker(silent);
  link.attach(worker.port);
  const heard: number[] = [];
  const leave = link.on('outbox.changed', ({ pending }) => { heard.push(pending); });
  worker.announce({ event: 'outbox.changed', payload: { pending: 1, stuck: 0 } });
  await expect.poll(() => heard).toEqual([1]);
  leave();
  const flushed = new Promise((resolve) => { link.on('sync.changed', resolve); });
  worker.announce({ event: 'outbox.changed', payload: { pending: 2, stuck: 0 } });
  worker.announce({ event: 'sync.changed', payload: {} as never });
  await flushed;
  expect(heard).toEqual([1]);
});
