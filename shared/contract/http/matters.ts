import Type from 'typebox';
import type { CoverageCell, CoverageFigures } from '../../domain/matter/coverage.ts';
import { CLAIM_STATES, MATTER_SYSTEMS, type ClaimState, type Matter, type MatterContent, type MatterSystem } from '../../domain/matter/matter.ts';
import type { SheetMatter } from '../../domain/matter/sheet-read.ts';
import { MATTER_ACTIONS, MATTER_VERSION_STATES, type MatterAction, type MatterChange, type MatterVersionState } from '../../domain/matter/versions.ts';
import { CHANNEL_KEY_PATTERN, DISTRICT_KEYS, type District } from '../../domain/organisation/organisation.ts';

/** The endpoints of supervision matters: versions, claim, publication, sheets, coverage; part of the table in `contract.ts`. */

const Text = Type.String({ maxLength: 500 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Code = Type.String({ minLength: 3, maxLength: 60, pattern: '^[A-Z0-9-]+$' });
const Version = Type.Integer({ minimum: 0 });
const District = Type.Enum([...DISTRICT_KEYS]);
const Year = Type.Integer({ minimum: 2000, maximum: 2100 });
const Reason = Type.String({ maxLength: 500 });
/** Largest Excel file of an import; in base64 a third more. */
export const SHEET_BYTES = 8 * 1024 * 1024;
const File = Type.String({ minLength: 1, maxLength: Math.ceil(SHEET_BYTES / 3) * 4 });
const FileName = Type.String({ minLength: 1, maxLength: 255 });

const strict = { additionalProperties: false } as const;
const Item = Type.Object({
  id: Type.String({ maxLength: 60 }), content: Text, method: Text, standard: Text, clause: Text, violationId: Type.Union([Type.String({ maxLength: 20 }), Type.Null()]), verified: Type.Boolean(),
}, strict);
const Sub = Type.Object({ code: Type.String({ maxLength: 60 }), name: Text, form: Text, listCode: Type.String({ maxLength: 800 }), items: Type.Array(Item, { maxItems: 200 }) }, strict);
const ContentSchema = Type.Unsafe<MatterContent>(Type.Object({
  nationalCode: Text, name: Text, category: Text, object: Text, measures: Text, basis: Text, channel: Type.String({ pattern: CHANNEL_KEY_PATTERN }),
  system: Type.Enum(Object.keys(MATTER_SYSTEMS) as [MatterSystem, ...MatterSystem[]]), risk: Text, yearlyCap: Text, cap: Type.Union([Type.Integer(), Type.Null()]), office: Text,
  districts: Type.Array(District, { maxItems: 20 }), subs: Type.Array(Sub, { maxItems: 50 }),
}, strict));

const VersionSchema = Type.Object({
  version: Version, effectiveFrom: Day, action: Type.Enum(Object.keys(MATTER_ACTIONS) as [MatterAction, ...MatterAction[]]),
  state: Type.Enum(Object.keys(MATTER_VERSION_STATES) as [MatterVersionState, ...MatterVersionState[]]),
  note: Text, author: Text, at: Text, matter: Type.Unsafe<Matter>(Type.Object({})),
});
const Kept = Type.Object({ version: Version, state: Type.Enum(Object.keys(MATTER_VERSION_STATES) as [MatterVersionState, ...MatterVersionState[]]) });

const Problem = Type.Object({ row: Type.Integer(), column: Text, message: Text });
/** What an import would do, or did; `fingerprint` names the file together with what it was compared with. */
const report = { fingerprint: Text, sheet: Text, rows: Type.Integer(), notes: Type.Array(Text), problems: Type.Array(Problem), problemTotal: Type.Integer(), applied: Type.Boolean() } as const;
const MatterImport = Type.Object({
  ...report,
  matters: Type.Array(Type.Unsafe<Omit<SheetMatter, 'matter' | 'problems'> & { readonly changes: readonly MatterChange[] }>(Type.Object({}))),
});
const VisitImport = Type.Object({ ...report, added: Type.Integer(), changed: Type.Integer(), same: Type.Integer(), wrong: Type.Integer() });
const ImportInput = Type.Object({
  name: FileName,
  /** The file in base64. */
  file: File,
  /** Absent: only look. Else the fingerprint of what was looked at: something else is refused. */
  apply: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
});

const Visit = Type.Object({
  source: Type.Enum(['task', 'province']), id: Text, no: Text, title: Text, party: Text, district: District, on: Type.Union([Day, Type.Null()]), dueOn: Type.Union([Day, Type.Null()]), result: Text,
});

export const MATTER_ENDPOINTS = {
  matterVersions: {
    method: 'GET', path: '/api/matters/:code/versions', access: 'signed-in', input: Type.Object({ code: Code }),
    output: Type.Object({ today: Day, versions: Type.Array(VersionSchema) }), summary: 'Every version of a supervision matter, the newest first',
  },
  matterUse: {
    method: 'GET', path: '/api/matters/use', access: 'signed-in', input: Type.Object({}),
    output: Type.Object({ today: Day, rows: Type.Array(Type.Object({ code: Text, lastOn: Day })) }), summary: 'The day of the last visit under each matter, in the scope of the caller',
  },
  saveMatter: {
    method: 'POST', path: '/api/matters/:code', access: 'matter-admin',
    input: Type.Object({ code: Code, baseVersion: Version, effectiveFrom: Day, content: ContentSchema, note: Type.String({ minLength: 1, maxLength: 500 }) }), output: Kept,
    summary: 'Keeps a new version of a matter (or a new matter, at base version 0), in force from its day on',
  },
  withdrawMatterVersion: {
    method: 'POST', path: '/api/matters/:code/withdraw-version', access: 'matter-admin', input: Type.Object({ code: Code, version: Version }), output: Kept,
    summary: 'Takes back a version before its day',
  },
  claimMatter: {
    method: 'POST', path: '/api/matters/:code/claim', access: 'matter-admin',
    input: Type.Object({ code: Code, baseVersion: Version, claim: Type.Enum(Object.keys(CLAIM_STATES) as [ClaimState, ...ClaimState[]]), on: Day, reason: Reason }), output: Kept,
    summary: 'Takes a matter on, gives it back or says that it does not apply',
  },
  publishMatter: {
    method: 'POST', path: '/api/matters/:code/publish', access: 'matter-admin', input: Type.Object({ code: Code, baseVersion: Version, on: Day, note: Reason }), output: Kept,
    summary: 'Records the publication of an inspection item; only then may visits rest on it',
  },
  unpublishMatter: {
    method: 'POST', path: '/api/matters/:code/unpublish', access: 'matter-admin', input: Type.Object({ code: Code, baseVersion: Version, reason: Reason }), output: Kept,
    summary: 'Takes the publication of an inspection item down',
  },
  importMatters: {
    method: 'POST', path: '/api/matters/import', access: 'matter-admin', input: ImportInput, output: MatterImport,
    summary: 'Reads matters from an Excel or CSV file: a report row by row, or all good matters in one transaction',
  },
  exportMatters: {
    method: 'GET', path: '/api/matters/export', access: 'signed-in', input: Type.Object({ what: Type.Enum(['matters', 'template', 'province-template']) }),
    output: Type.Object({ name: FileName, file: Type.String() }), summary: 'The matters as an Excel file that can be imported again, or an empty form (base64)',
  },
  matterCoverage: {
    method: 'GET', path: '/api/matters/coverage', access: 'signed-in', input: Type.Object({ year: Year }),
    output: Type.Object({
      year: Year, today: Day, districts: Type.Array(Type.Unsafe<District>(District)), matters: Type.Array(Type.Unsafe<Matter>(Type.Object({}))),
      cells: Type.Array(Type.Unsafe<CoverageCell>(Type.Object({}))), figures: Type.Unsafe<CoverageFigures>(Type.Object({})),
    }),
    summary: 'Visits and open tasks of a year by matter and district, in the scope of the caller',
  },
  matterVisits: {
    method: 'GET', path: '/api/matters/:code/visits', access: 'signed-in', input: Type.Object({ code: Code, year: Year, district: Type.Optional(District) }),
    output: Type.Object({ visits: Type.Array(Visit), total: Type.Integer() }), summary: 'The visits and open tasks behind a figure of the coverage board',
  },
  importProvinceVisits: {
    method: 'POST', path: '/api/matters/province-visits/import', access: 'matter-admin', input: ImportInput, output: VisitImport,
    summary: 'Records visits made in the province\'s system from its export file',
  },
} as const;
