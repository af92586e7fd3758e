import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { HttpInput, HttpName, HttpOutput } from '#shared/contract/http/contract.ts';
import type { Result } from '#shared/contract/result.ts';
import type { Database } from './db/schema.ts';

/** What the modules of the server stand on. */
export interface ServerDeps {
  readonly db: Kysely<Database>;
  /** Contents of evidence files, by hash. */
  readonly filesDir: string;
  readonly clock: () => Date;
}

/** Answers one endpoint of the contract. The input is checked and the access granted before it is called. */
type Handler<N extends HttpName> = (input: HttpInput<N>, request: FastifyRequest) => Promise<Result<HttpOutput<N>>>;

/** One handler for each endpoint: a missing one is a type error. */
export type Handlers = { readonly [N in HttpName]: Handler<N> };
