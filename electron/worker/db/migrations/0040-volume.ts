/**
 * What reading volumes leaves on this machine: the officer's private notes, what he marked in the self-score, and what
 * was found out about PDFs, so that a large scan is not read again to count its pages.
 */
export const volume = `
create table volume_note (
  id text primary key,
  case_id text not null,
  item_id text not null,
  page integer not null,
  text text not null,
  updated_at text not null
) without rowid;
create index volume_note_by_case on volume_note (case_id);
create table volume_mark (case_id text not null, key text not null, pass integer not null, note text not null, primary key (case_id, key)) without rowid;
create table pdf_fact (sha256 text primary key, pages integer not null, faults text not null) without rowid;
`;
