import { sql, type Kysely } from 'kysely';

/** Reviews of volumes (案卷评查), and the indexes that samples, comparisons and the leaders' board are read from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createReviews(db);
  await sql`create index case_file_board on case_file (due_on, district, channel) where due_on is not null`.execute(db);
  await sql`create index case_file_sample on case_file (registered_on, district, channel, id) where stage in ('CLOSED', 'ARCH')`.execute(db);
  await sql`
    create index case_file_similar on case_file ((body->>'violationId'), registered_on desc)
    where stage in ('DECIDED', 'SERVED', 'DEFER', 'OVERDUE', 'DEMAND', 'COURT', 'EXEC_STOP', 'CLOSE_APPR', 'CLOSED', 'ARCH')
  `.execute(db);
}

async function createReviews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table review_round (
      id text primary key,
      title text not null,
      seed text not null,
      district text,
      channel text,
      registered_from date not null,
      registered_to date not null check (registered_to >= registered_from),
      created_by text not null,
      created_by_name text not null,
      created_at timestamptz not null
    )
  `.execute(db);
  await sql`create index review_round_newest on review_round (created_at desc)`.execute(db);
  await sql`
    create table review_entry (
      round_id text not null references review_round (id),
      case_id text not null references case_file (id),
      position integer not null,
      rev integer not null default 0,
      reviewer_id text,
      reviewer_name text,
      marks json not null,
      comment text not null default '',
      points integer,
      rejected boolean not null default false,
      items json,
      finished_at timestamptz,
      primary key (round_id, case_id),
      check (finished_at is null or (items is not null and points is not null and reviewer_id is not null))
    )
  `.execute(db);
}
