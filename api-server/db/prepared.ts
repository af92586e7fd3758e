import { sql, type PostgresCursor, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult, type RawBuilder } from 'kysely';
import type pg from 'pg';

const MARK = /^\s*\/\* prepared:([a-z-]+) \*\//;

/**
 * Opens a statement whose text never changes (lists travel as arrays): each connection parses and plans it once and runs
 * it by name from then on. The name is the program's own; two texts under one name are refused by `pg`.
 */
export function prepared(name: string): RawBuilder<unknown> {
  return sql.raw(`/* prepared:${name} */`);
}

/** The pool as Kysely wants it, with marked statements sent by name. */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client);
      if (known !== undefined) return known;
      const made = new PreparingClient(client);
      clients.set(client, made);
      return made;
    },
    end: () => pool.end(),
  };
}

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(text: string | PostgresCursor<R>, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new TypeError('This program reads in pages, not with cursors');
    const name = MARK.exec(text)?.[1];
    const values = [...parameters];
    return this.#client.query(name === undefined ? { text, values } : { name, text, values }) as unknown as Promise<PostgresQueryResult<R>>;
  }

  release(): void {
    this.#client.release();
  }
}
