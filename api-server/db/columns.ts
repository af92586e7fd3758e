import type { ColumnType } from 'kysely';

/**
 * The tables as Kysely sees them; the migrations make them. Instants are `Date`, dates `YYYY-MM-DD` strings,
 * bigint is a number (checked to be a safe integer), `json` reads as the object and is written as its JSON text.
 */
export type Json<T> = ColumnType<T, string, string>;
export type Instant = ColumnType<Date, Date | string, Date | string>;
export type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
