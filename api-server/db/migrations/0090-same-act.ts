import { sql, type Kysely } from 'kysely';

/** Cases by party and day of the act: what 一事不二罚 (art. 29) asks for before a case is filed or decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table case_file add column party_no text, add column act_on date`.execute(db);
  await sql`
    update case_file set act_on = (body->>'actOn')::date,
      party_no = coalesce(nullif(body#>>'{party,creditCode}', ''), nullif(body#>>'{party,idNumber}', ''), nullif(body#>>'{party,name}', ''))
  `.execute(db);
  await sql`create index case_file_same_act on case_file (party_no, act_on) where party_no is not null and act_on is not null`.execute(db);
}
