/**
 * Private notes and marks go to the author's other desks: each carries when it was written and whether the server has it.
 * A deleted one stays, without its words, until every desk has heard of it. What was written before is sent once.
 */
export const readerNotes = `
alter table volume_note add column deleted integer not null default 0;
alter table volume_note add column unsent integer not null default 1;
alter table volume_mark add column updated_at text not null default '2026-01-01T00:00:00.000Z';
alter table volume_mark add column deleted integer not null default 0;
alter table volume_mark add column unsent integer not null default 1;
create index volume_note_unsent on volume_note (id) where unsent = 1;
create index volume_mark_unsent on volume_mark (case_id, key) where unsent = 1;
`;
