/** The part of better-sqlite3-multiple-ciphers used here; the package's `exports` hide its own typings. */
declare module 'better-sqlite3' {
  namespace Database {
    interface RunResult {
      readonly changes: number;
      readonly lastInsertRowid: number | bigint;
    }
    interface Statement<Parameters extends unknown[] = unknown[], Row = unknown> {
      run(...parameters: Parameters): RunResult;
      get(...parameters: Parameters): Row | undefined;
      all(...parameters: Parameters): Row[];
      iterate(...parameters: Parameters): IterableIterator<Row>;
    }
    interface Transaction<T> {
      (): T;
      immediate(): T;
    }
    interface Options {
      readonly readonly?: boolean;
      readonly fileMustExist?: boolean;
      readonly timeout?: number;
      readonly nativeBinding?: string;
    }
    interface Database {
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
  }
  interface DatabaseConstructor {
    new (path: string, options?: Database.Options): Database.Database;
  }
  const Database: DatabaseConstructor;
  export default Database;
}
