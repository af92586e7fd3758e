import { sql, type Kysely } from 'kysely';

/** Configuration in dated versions: proposed by one person, published by another, never changed afterwards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table config_version (
      id bigint generated always as identity primary key,
      kind text not null,
      key text not null,
      version integer not null check (version > 0),
      effective_from date not null,
      body json not null,
      status text not null check (status in ('draft', 'submitted', 'published', 'withdrawn')),
      note text not null,
      author_id text not null,
      proposed_at timestamptz not null,
      reviewer_id text check (reviewer_id <> author_id),
      reviewed_at timestamptz,
      opinion text not null default '',
      unique (kind, key, version),
      check (status <> 'published' or reviewer_id is not null)
    )
  `.execute(db);
}
