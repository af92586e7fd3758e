import { sql, type Kysely } from 'kysely';

/**
 * Figures of a case are read from a short extract that the writer puts beside the body: parsing bodies was a quarter of
 * what a push cost PostgreSQL. A body that comes without an extract of its own is read itself, as before, so that whoever
 * writes, the figures are those of the body.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table case_file add column counted text`.execute(db);
  await sql`
    create function forget_counted() returns trigger language plpgsql as $$
    begin
      new.counted := null;
      return new;
    end $$
  `.execute(db);
  await sql`
    create trigger counted_of_another_body before update of body on case_file
    for each row when (new.counted = old.counted) execute function forget_counted()
  `.execute(db);
  await sql`
    create or replace function keep_case_figures() returns trigger language plpgsql as $$
    begin
      ${sql.raw(CASE_FIGURES)};
      ${sql.raw(PAYMENT_FIGURES)};
      return null;
    end $$
  `.execute(db);
}

const PART = 'coalesce(c.counted::json, figure_body(c.body))';
const CASE_FIGURES = `
  insert into case_figure as known
  select c.id, c.district, c.channel, coalesce(b.clue->>'source', ''), c.stage, coalesce(b."violationId", ''),
    coalesce((select t.matter_codes from task_figure t where t.case_id = c.id limit 1), '{}'),
    array(select json_array_elements_text(coalesce(b."officerIds", '[]'))), c.registered_on, figure_day(b."filedOn"), figure_day(b."decidedOn"),
    figure_day(b."closedOn"), case when c.stage in ('CLOSED', 'ARCH', 'NOFILE') then coalesce(figure_day(b."closedOn"), figure_day(b."stageSince")) end,
    c.due_on, b."noPenaltyGround" is not null, coalesce((b.decided->>'fineFen')::bigint, 0), coalesce((b.decided->>'confiscationFen')::bigint, 0)
  from changed c, lateral json_to_record(${PART}) as b (clue json, "violationId" text, "officerIds" json, "filedOn" text, "decidedOn" text,
    "closedOn" text, "stageSince" text, "noPenaltyGround" text, decided json)
  on conflict (id) do update set (district, channel, source, stage, violation, matter_codes, officer_ids, registered_on, filed_on, decided_on,
    closed_on, ended_on, due_on, unpunished, fine_fen, confiscation_fen) = (excluded.district, excluded.channel, excluded.source, excluded.stage,
    excluded.violation, excluded.matter_codes, excluded.officer_ids, excluded.registered_on, excluded.filed_on, excluded.decided_on,
    excluded.closed_on, excluded.ended_on, excluded.due_on, excluded.unpunished, excluded.fine_fen, excluded.confiscation_fen)
  where known is distinct from excluded`;
const PAYMENT_FIGURES = `
  insert into payment_figure as known
  select p.id, f.id, f.district, f.channel, f.source, f.violation, f.matter_codes, f.officer_ids, coalesce(figure_day(p."paidOn"), f.registered_on), coalesce(p."amountFen", 0)
  from changed c join case_figure f on f.id = c.id, lateral json_to_record(${PART}) as b (payments json),
    lateral json_to_recordset(coalesce(b.payments, '[]')) as p (id text, "paidOn" text, "amountFen" bigint)
  where strpos(coalesce(c.counted, c.body::text), '"payments":[]') = 0
  on conflict (case_id, id) do update set (district, channel, source, violation, matter_codes, officer_ids, paid_on, amount_fen)
    = (excluded.district, excluded.channel, excluded.source, excluded.violation, excluded.matter_codes, excluded.officer_ids, excluded.paid_on, excluded.amount_fen)
  where known is distinct from excluded`;
