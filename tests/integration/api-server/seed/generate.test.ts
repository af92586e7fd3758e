import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCalendar } from '#api/db/seed/calendar.ts';
import { seedDiscretion } from '#api/db/seed/discretion.ts';
import { generate, type GeneratedCase } from '#api/db/seed/generate.ts';
import { seed } from '#api/db/seed/index.ts';
import { readMatters } from '#api/db/seed/matters.ts';
import { DEMO_OFFICERS } from '#api/db/seed/officers.ts';
import { readViolations } from '#api/db/seed/violations.ts';
import { createReferenceCache } from '#api/sync/reference.ts';
import { applyCommand } from '#shared/domain/case-file/apply.ts';
import type { AnyCommand } from '#shared/domain/case-file/commands.ts';
import { tableProblems } from '#shared/domain/discretion/check.ts';
import { tableOf } from '#shared/domain/discretion/in-force.ts';
import { documentRules, typesetInput } from '#shared/domain/document/data.ts';
import { checkFine } from '#shared/domain/money/fine-range.ts';
import { checkCreditCode, organisationCodeFits } from '#shared/domain/party/credit-code.ts';
import { checkIdNumber } from '#shared/domain/party/id-number.ts';
import { RAIL } from '#shared/domain/procedure/stages.ts';
import { nextSteps } from '#shared/domain/procedure/next-steps.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { deadlines } from '#shared/domain/time-limit/deadlines.ts';
import { lawOf } from '#shared/domain/violation/versions.ts';
import { freshDatabase, type FreshDatabase } from '#tests/helpers/postgres.ts';

const TODAY = '2026-11-20';
const OPTIONS = { cases: 400, seedNumber: 11, today: TODAY, officers: DEMO_OFFICERS, violations: readViolations(), matters: readMatters(), calendar: readCalendar(), settings: DEFAULT_SETTINGS };
const CONTEXT = {
  officers: new Map(OPTIONS.officers.map((officer) => [officer.id, officer])), violations: new Map(OPTIONS.violations.map((violation) => [violation.id, violation])),
  calendar: OPTIONS.calendar, settings: OPTIONS.settings, documents: documentRules, now: `${TODAY}T02:00:00.000Z`, today: TODAY,
};

let cases: readonly GeneratedCase[];
let registers: ReturnType<typeof generate>['registers'];

beforeAll(() => {
  const generated = generate(OPTIONS);
  cases = [...generated.cases];
  registers = generated.registers;
});

describe('generated cases', () => {
  test('are the same for the same seed number and others for another', () => {
    expect([...generate(OPTIONS).cases]).toEqual(cases);
    expect([...generate({ ...OPTIONS, seedNumber: 12, cases: 5 }).cases][0]?.file.id).not.toBe([...generate({ ...OPTIONS, cases: 5 }).cases][0]?.file.id);
  });

  test('stand in every stage of the main line, with ids of their own and no day after today', () => {
    const sides = ['HEAR', 'NOPEN', 'TRANSF', 'TERM', 'WITHDR', 'DEFER', 'OVERDUE', 'DEMAND', 'COURT', 'ARCH'];
    expect(new Set(cases.map(({ file }) => file.stage))).toEqual(new Set([...RAIL, 'SUSP', 'DEFENCE', 'COLLECT', 'NOFILE', ...sides]));
    expect(cases.some(({ file }) => file.procedure === 'summary' && file.servedOn !== null)).toBe(true);
    expect(cases.some(({ file }) => file.remedies?.some((remedy) => remedy.endedOn === null))).toBe(true);
    expect(new Set(cases.map(({ file }) => file.id)).size).toBe(400);
    for (const { file } of cases) expect(file.timeline.every((entry) => entry.at.slice(0, 10) <= TODAY)).toBe(true);
  });

  test('carry parties whose codes pass their checks, and names that are plainly invented', () => {
    for (const { file: { party } } of cases) {
      if (party === null) continue;
      if (party.kind === 'person') {
        expect(checkIdNumber(party.idNumber, TODAY)).toMatchObject({ ok: true, value: { birthDate: party.birthDate, sex: party.sex } });
        expect(party.name).toMatch(/^.例.$/);
      } else {
        expect([checkCreditCode(party.creditCode).ok, organisationCodeFits(party.creditCode)]).toEqual([true, true]);
        expect(party.name).toMatch(/^苏州示例/);
      }
    }
  });

  test('carry fines inside the range and tier of their violation', () => {
    let fined = 0;
    for (const { file } of cases) {
      const violation = CONTEXT.violations.get(file.violationId ?? '');
      if (file.proposed === null || violation === undefined) continue;
      fined += 1;
      expect(checkFine(file.proposed, file.discretion, violation)).toBeNull();
    }
    expect(fined).toBeGreaterThan(100);
  });

  test('are cases that the rules go on with: terms compute, steps are offered, a command applies', () => {
    for (const { file, documents } of cases) {
      const terms = deadlines(file, CONTEXT);
      // The only term that may be refused is one that runs into a year without a calendar.
      expect(terms.ok ? 'ok' : terms.error.code).toMatch(/ok|CALENDAR_NOT_MAINTAINED/);
      const actor = CONTEXT.officers.get(file.officerIds[0] ?? 'officer-jc01');
      if (actor === undefined) throw new Error('unknown officer');
      const leader = DEMO_OFFICERS.find((officer) => officer.district === file.district && officer.roles.includes('leader')) ?? actor;
      if (!['CLOSED', 'NOFILE', 'CLUE', 'INVEST', 'NOTIFIED', 'DECIDED', 'LEGAL', 'DEFENCE', 'CONCL', 'SERVED', 'HEAR', 'NOPEN', 'DEFER', 'COURT', 'TRANSF', 'WITHDR', 'TERM', 'ARCH'].includes(file.stage)) {
        expect(nextSteps(file, { ...CONTEXT, actor: leader }).length).toBeGreaterThan(0);
      }
      if (file.stage !== 'INVEST') continue;
      const command: AnyCommand = { opId: 'op-00000001', kind: 'case.edit', entityId: file.id, baseRev: file.rev, createdAt: CONTEXT.now, payload: { changes: [{ path: 'facts', from: file.facts, to: '补充的事实。' }] } };
      expect(applyCommand({ file, documents: new Map(documents.map((document) => [document.id, document])) }, command, { ...CONTEXT, actor })).toMatchObject({ ok: true });
    }
  });

  test('have documents that can be typeset, and numbers without a gap', () => {
    const issued = cases.flatMap(({ file, documents }) => documents.map((document) => ({ file, document })));
    expect(new Set(issued.map(({ document }) => document.code)).size).toBe(17);
    for (const { file, document } of issued) {
      const input = typesetInput({ ...CONTEXT, file, document, about: issued.find((each) => each.document.id === document.aboutDocumentId)?.document ?? null }, { draft: document.status === 'draft', createdAt: CONTEXT.now });
      expect(JSON.stringify(input)).not.toMatch(/undefined|NaN|\{\{/);
    }
    const numbers = issued.flatMap(({ document }) => (document.docNo?.startsWith('苏住建监罚字〔2026〕') === true ? [Number(/第(\d+)号/.exec(document.docNo)?.[1])] : []));
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
  });

  test('are told apart by two characters', () => {
    // A word of two characters must not find everything: half of the words on projects find less than a twentieth.
    const texts = cases.map(({ file }) => `${file.clue.subject}${file.facts}${file.party?.name ?? ''}`);
    const words = [...new Set(cases.map(({ file }) => (file.project?.name ?? '').slice(0, 2)))];
    const selective = words.filter((word) => word !== '' && texts.filter((text) => text.includes(word)).length < texts.length / 20);
    expect(selective.length).toBeGreaterThan(words.length / 2);
  });
});

describe('registers', () => {
  test('hold companies with valid codes and no person, and projects in every district', () => {
    for (const party of [...registers.companies.values()].flat()) expect([party.kind, checkCreditCode(party.creditCode).ok, party.idNumber]).toEqual(['unit', true, '']);
    expect(registers.projects.size).toBe(11);
  });
});

describe('seed', () => {
  let database: FreshDatabase;
  beforeAll(async () => { database = await freshDatabase(); });
  afterAll(() => database.drop());

  test('fills a database, answers what it made, and changes the epoch', async () => {
    const { db } = database;
    const epoch = () => db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirstOrThrow();
    const before = await epoch();
    const progress: number[] = [];
    const counts = await seed(db, { password: 'demo-password', cases: 1100, seedNumber: 2, openShare: 0.02, documentShare: 0.02, today: TODAY, onProgress: (done) => progress.push(done) });
    expect(counts).toMatchObject({ officers: DEMO_OFFICERS.length, violations: readViolations().length, matters: readMatters().length, cases: 1100 });
    expect(progress).toEqual([500, 1000, 1100]);
    const count = async (table: 'case_file' | 'document' | 'party' | 'project' | 'account'): Promise<number> => (await db.selectFrom(table).select((build) => build.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
    expect([await count('case_file'), await count('document'), await count('party'), await count('project'), await count('account')]).toEqual([1100, counts.documents, counts.parties, counts.projects, DEMO_OFFICERS.length]);
    expect(await epoch()).not.toEqual(before);
    const open = await db.selectFrom('case_file').select('due_on').where('stage', '=', 'INVEST').execute();
    expect(open.every((row) => row.due_on !== null)).toBe(true);
  });

  test('is joined, in the demo office, by an unconfirmed discretion table for 房地产 that stands against the law, and no generated fine leaves its tiers', async () => {
    await seedDiscretion(database.db, TODAY);
    await seedDiscretion(database.db, TODAY);
    expect((await database.db.selectFrom('config_version').select(['kind', 'key', 'status']).orderBy('id').execute()).map(({ kind, key, status }) => [kind, key, status])).toEqual([['discretion', 'YSFDC', 'published'], ['channel', 'FDC', 'published']]);
    const { settings } = await createReferenceCache(database.db, () => new Date(CONTEXT.now)).load();
    const table = tableOf(settings, 'FDC', TODAY);
    expect(table).toMatchObject({ key: 'YSFDC', unverified: true, effectiveFrom: '2026-01-01' });
    expect(table === null ? null : tableProblems(table, CONTEXT.violations, '2026-01-01')).toEqual([]);
    expect(tableOf(settings, 'JC', TODAY)).toBeNull();
    let judged = 0;
    for (const { body } of await database.db.selectFrom('case_file').select('body').where('channel', '=', 'FDC').execute()) {
      const law = lawOf({ ...CONTEXT, settings }, body);
      if (body.proposed === null || law === null) continue;
      judged += law.benchmark === null ? 0 : 1;
      expect(checkFine(body.proposed, body.discretion, law.violation)).toBeNull();
    }
    expect(judged).toBeGreaterThan(20);
  });

  test('refuses a database that has cases', async () => {
    await expect(seed(database.db, { password: 'demo-password', cases: 1, seedNumber: 3 })).rejects.toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  test('run again without cases leaves what the bureau changed as it is', async () => {
    const { db } = database;
    await db.updateTable('reference').set({ body: JSON.stringify({ ...DEFAULT_SETTINGS, authorityName: '另一机关' }) }).where('kind', '=', 'settings').execute();
    const password = await db.selectFrom('account').selectAll().where('officer_id', '=', 'officer-jc01').executeTakeFirstOrThrow();
    await seed(db, { password: 'other-password', cases: 0, seedNumber: 1 });
    expect(await db.selectFrom('reference').select('body').where('kind', '=', 'settings').executeTakeFirstOrThrow()).toMatchObject({ body: { authorityName: '另一机关' } });
    expect(await db.selectFrom('account').selectAll().where('officer_id', '=', 'officer-jc01').executeTakeFirstOrThrow()).toEqual(password);
  });
});
