import { describe, expect, it, vi } from 'vitest';
import { batchesOfLines, parseLine } from '#worker/sync/lines.ts';
import { olderThan } from '#worker/sync/engine.ts';
import { createSingleFlight } from '#worker/sync/single-flight.ts';

async function* chunks(...texts: (string | Buffer)[]): AsyncIterable<Buffer> {
  yield* texts.map((text) => Buffer.from(text));
  await Promise.resolve();
}

function parsed(text: string): object {
  const line = parseLine(Buffer.from(text));
  return line.t === 'record' ? { ...line, body: line.body.toString() } : line;
}

describe('lines of the pull', () => {
  it('are whole however the stream is cut; a torn last line is dropped', async () => {
    const lines: string[] = [];
    for await (const batch of batchesOfLines(chunks('{"a"', ':1}\n{"b":2}\n', '{"c":', '3}\n{"torn'))) lines.push(...batch.map(String));
    expect(lines).toEqual(['{"a":1}', '{"b":2}', '{"c":3}']);
  });

  it('stay whole when a character, or a line over several chunks, is cut', async () => {
    const bytes = Buffer.from('{"a":"住房"}\n{"b":"苏州市"}\n');
    const lines: string[] = [];
    for await (const batch of batchesOfLines(chunks(...Array.from(bytes, (byte) => Buffer.of(byte))))) lines.push(...batch.map(String));
    expect(lines).toEqual(['{"a":"住房"}', '{"b":"苏州市"}']);
  });

  it('keep the body as it came, in whatever order the members come', () => {
    expect(parsed('{"t":"record","kind":"case","id":"x","rev":3,"body":{"facts":"含,\\"body\\":字样"}}'))
      .toEqual({ t: 'record', kind: 'case', id: 'x', rev: 3, body: '{"facts":"含,\\"body\\":字样"}' });
    expect(parsed('{"body":{"a":1},"t":"record","kind":"case","id":"x","rev":3}')).toEqual({ t: 'record', kind: 'case', id: 'x', rev: 3, body: '{"a":1}' });
    expect(parsed('{"t":"record","kind":"case","body":{"a":1},"id":"x","rev":3}')).toEqual({ t: 'record', kind: 'case', id: 'x', rev: 3, body: '{"a":1}' });
    expect(parsed('{"t":"gone","kind":"case","id":"x"}')).toEqual({ t: 'gone', kind: 'case', id: 'x' });
  });

  it('that are no JSON, or no UTF-8, stop the pull', () => {
    expect(() => parsed('<html>')).toThrowError(/INTERNAL/);
    const torn = Buffer.from('{"t":"record","kind":"case","id":"x","rev":3,"body":{"facts":"住"}}');
    torn[torn.length - 4] = 0x20;
    expect(() => parseLine(torn)).toThrowError(/INTERNAL/);
  });
});

describe('versions', () => {
  it.each([['0.1.0', '0.1.0', false], ['0.1.0', '0.2.0', true], ['0.10.0', '0.9.9', false], ['1.0.0-beta.1', '1.0.0', false], ['0.9', '0.9.1', true]])('%s older than %s: %s', (version, minimum, older) => {
    expect(olderThan(version, minimum)).toBe(older);
  });
});

describe('single flight', () => {
  it('answers every request with a run that begins after it', async () => {
    let runs = 0;
    const open: (() => void)[] = [];
    const flight = createSingleFlight(async () => {
      runs += 1;
      const mine = runs;
      await new Promise<void>((done) => open.push(done));
      return mine;
    });
    const first = flight.request();
    const [second, third] = [flight.request(), flight.request()];
    open.shift()?.();
    expect(await first).toBe(1);
    await vi.waitFor(() => { expect(open).toHaveLength(1); });
    open.shift()?.();
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    expect(runs).toBe(2);
    expect(flight.running()).toBe(false);
  });
});
