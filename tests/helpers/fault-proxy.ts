import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What happens to connections opened from now on. Byte counts are per connection. */
export interface Faults {
  /** Refuse (reset) every connection. */
  readonly refuse?: boolean;
  /** Cut after so many bytes from the server. */
  readonly cutDownAfter?: number;
  /** Cut after so many bytes from the client. */
  readonly cutUpAfter?: number;
  /** Take everything and answer nothing. */
  readonly blackHole?: boolean;
  /** Pass the first request on whose bytes contain this text, cut instead of giving its answer back, and refuse from then on. */
  readonly swallowReplyTo?: string;
}

export interface FaultProxy {
  readonly url: string;
  /** How often a fault struck. */
  readonly struck: number;
  /** Faults of new connections; those that stand are ended, so that the next request meets them. */
  set(faults: Faults): void;
  close(): Promise<void>;
}

/** Longer than any text that is waited for. */
const TAIL = 64;

/** A TCP proxy on loopback that behaves as bad networks do. */
export async function startFaultProxy(targetUrl: string): Promise<FaultProxy> {
  const target = Number(new URL(targetUrl).port);
  const open = new Set<Socket>();
  let faults: Faults = {};
  let struck = 0;

  function strike(client: Socket, server: Socket): void {
    struck += 1;
    client.destroy();
    server.destroy();
  }

  function up(client: Socket, server: Socket): void {
    let bytes = 0;
    let muted = false;
    // The text may come in two pieces.
    let tail = '';
    client.on('data', (data) => {
      bytes += data.length;
      if (faults.blackHole === true) return;
      const limit = faults.cutUpAfter;
      if (limit !== undefined && bytes > limit) {
        server.write(data.subarray(0, Math.max(0, data.length - (bytes - limit))));
        return strike(client, server);
      }
      const text = tail + data.toString('latin1');
      tail = text.slice(-TAIL);
      if (faults.swallowReplyTo !== undefined && text.includes(faults.swallowReplyTo)) {
        muted = true;
        faults = { refuse: true };
        for (const socket of open) if (socket !== client && socket !== server) socket.destroy();
      }
      server.write(data);
    });
    server.prependListener('data', () => {
      if (muted) strike(client, server);
    });
  }

  function down(client: Socket, server: Socket): void {
    let bytes = 0;
    server.on('data', (data) => {
      bytes += data.length;
      const limit = faults.cutDownAfter;
      if (limit !== undefined && bytes > limit) {
        client.write(data.subarray(0, Math.max(0, data.length - (bytes - limit))));
        client.end();
        return strike(client, server);
      }
      if (!client.destroyed) client.write(data);
    });
  }

  function track(socket: Socket, other: Socket): void {
    open.add(socket);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      open.delete(socket);
      other.destroy();
    });
  }

  const listener = createServer((client) => {
    if (faults.refuse === true) {
      struck += 1;
      client.resetAndDestroy();
      return;
    }
    const server = connect(target, '127.0.0.1');
    track(client, server);
    track(server, client);
    up(client, server);
    down(client, server);
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));

  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    get struck() { return struck; },
    set(next) {
      faults = next;
      for (const socket of open) socket.destroy();
    },
    close: () => new Promise((done) => {
      for (const socket of open) socket.destroy();
      listener.close(() => done());
    }),
  };
}
