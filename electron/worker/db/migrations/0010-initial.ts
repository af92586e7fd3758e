/**
 * Lists read `case_file` only: bodies stand in a table of their own, so that a page of the list never loads one.
 * The sort indexes carry the filter columns, so that filtering and paging run inside the index.
 * Row ids: an initial pull counts upwards from 1 (newest first), later cases downwards, so ascending means newest first.
 */
export const initial = `
create table meta (key text primary key, value text not null) without rowid;

create table case_file (
  row integer primary key,
  id text not null unique,
  rev integer not null,
  gen integer not null,
  channel text not null,
  district text not null,
  stage text not null,
  source text not null,
  closed integer not null,
  pending integer not null default 0,
  unprinted integer not null default 0,
  case_no text,
  title text not null,
  party_name text not null,
  project_name text not null,
  cause text not null,
  officer_ids text not null,
  officer_names text not null,
  registered_on text not null,
  updated_at text not null,
  due_on text,
  due_sort text not null,
  due_label text
);
create index case_by_due on case_file (due_sort, stage, channel, district, source, closed);
create index case_by_updated on case_file (updated_at, stage, channel, district, source, closed, due_sort);
create index case_by_registered on case_file (registered_on, stage, channel, district, source, closed, due_sort);
create index case_pending on case_file (row) where pending = 1;

create table case_body (row integer primary key, body text, local_body text);
create table case_officer (officer_id text not null, row integer not null, primary key (officer_id, row)) without rowid;
create table case_count (
  stage text not null, channel text not null, district text not null, source text not null, n integer not null,
  primary key (stage, channel, district, source)
) without rowid;

create table case_text (row integer primary key, text text not null);
create virtual table case_search using fts5 (text, content='', contentless_delete=1, detail=none, tokenize='ascii');

create table index_queue (row integer primary key);

create table document (
  row integer primary key,
  id text not null unique,
  case_id text not null,
  rev integer not null,
  gen integer not null,
  body text,
  local_body text
);
create index document_by_case on document (case_id);
create table to_typeset (document_id text primary key) without rowid;

create table party (id text primary key, rev integer not null, gen integer not null, name text not null, code text not null, body text not null) without rowid;
create table project (id text primary key, rev integer not null, gen integer not null, name text not null, code text not null, body text not null) without rowid;
create table reference (kind text not null, id text not null, rev integer not null, gen integer not null, body text not null, primary key (kind, id)) without rowid;
create table raw_record (kind text not null, id text not null, rev integer not null, reason text not null, body text not null, primary key (kind, id)) without rowid;

create table outbox (
  seq integer primary key autoincrement,
  op_id text not null unique,
  case_id text not null,
  kind text not null,
  command text not null,
  status text not null,
  open integer not null,
  online_only integer not null default 0,
  applied_rev integer,
  error text,
  attempts integer not null default 0,
  created_at text not null,
  settled_at text
);
create index outbox_open on outbox (seq) where open = 1;
create index outbox_open_case on outbox (case_id, seq) where open = 1;

create table file (
  sha256 text primary key,
  bytes integer not null,
  mime text not null,
  name text not null,
  local integer not null,
  uploaded integer not null,
  linked integer not null,
  pinned integer not null default 0,
  created_at text not null
) without rowid;
create index file_to_upload on file (created_at) where linked = 1 and uploaded = 0 and local = 1;
`;
