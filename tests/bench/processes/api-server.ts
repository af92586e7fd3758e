/** The product's API server, as it is bundled, on a database that is already there. */
import { loadServer } from '#build/server-bundle.ts';
import { answer, input, serveUntilReleased } from './process.ts';

export interface ApiServerInput {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** 0: any. */
  readonly port: number;
}

const { databaseUrl, dataDir, port } = input<ApiServerInput>();
const { startServer } = await loadServer();
const server = await startServer({ databaseUrl, dataDir, port, host: '127.0.0.1', trustProxy: false, logLevel: 'error', clock: () => new Date() });
serveUntilReleased(() => server.close());
await answer({ url: server.url });
