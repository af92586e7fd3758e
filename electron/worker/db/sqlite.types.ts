/** The part of better-sqlite3-multiple-ciphers used here; the package's `exports` hide its own typings. */
export interface Sqlite {
  readonly open: boolean;
  readonly inTransaction: boolean;
  prepare<Parameters extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Parameters, Row>;
  transaction<T>(work: () => T): Transaction<T>;
  exec(sql: string): this;
  pragma(sql: string, options?: { readonly simple?: boolean }): unknown;
  /** Gives the key as bytes, so that the caller can wipe them. */
  key(key: Buffer): number;
  close(): this;
}

export interface Statement<Parameters extends unknown[], Row> {
  run(...parameters: Parameters): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): Row[];
  iterate(...parameters: Parameters): IterableIterator<Row>;
  /** Answers the first column alone: no object a row. */
  pluck<Value>(): Statement<Parameters, Value>;
}

export interface Transaction<T> {
  (): T;
  /** Takes the write lock at once. */
  immediate(): T;
}

export interface SqliteOptions {
  /** Milliseconds to wait for a lock. */
  readonly timeout: number;
  /** Path of the addon where the packaged one does not fit the runtime. */
  readonly nativeBinding?: string;
}

export type SqliteConstructor = new (path: string, options: SqliteOptions) => Sqlite;
