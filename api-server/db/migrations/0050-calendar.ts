import { sql, type Kysely } from 'kysely';

/** Which years of the holiday calendar were published, by whom and from which notice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_import (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      officer_id text not null,
      year integer not null check (year between 2000 and 2100),
      source text not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      days json not null
    )
  `.execute(db);
  await sql`create index calendar_import_year on calendar_import (year, id desc)`.execute(db);
}
