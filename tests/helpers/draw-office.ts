import { seed } from '#api/db/seed/index.ts';
import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import type { Result } from '#shared/contract/result.ts';
import { DEFAULT_CREDIT_WEIGHTS } from '#shared/domain/draw/pool.ts';
import { startTestServer, TEST_PASSWORD, type TestServer, type TestSession } from './server.ts';

/** A seeded server with those who take part in random inspections: `admin` draws, `leader` approves and witnesses. */
export interface DrawOffice {
  readonly server: TestServer;
  readonly admin: TestSession;
  readonly leader: TestSession;
  readonly officer: TestSession;
  /** Draw administrator of 吴中区, 监察支队. */
  readonly district: TestSession;
  plan(changes?: Partial<HttpInput<'saveDrawPlan'>>): Promise<HttpOutput<'saveDrawPlan'>>;
  /** Approved by the leader. */
  approvedPlan(changes?: Partial<HttpInput<'saveDrawPlan'>>): Promise<string>;
  /** Committed, witnessed and drawn. */
  drawn(planId: string, choice?: Partial<Choice>): Promise<HttpOutput<'runDraw'>>;
  close(): Promise<void>;
}

type Choice = Omit<HttpInput<'commitDraw'>, 'planId'>;

/** Monday 23 November 2026, ten in the morning in Suzhou. */
export const NOW = '2026-11-23T02:00:00.000Z';

export const CHOICE: Choice = {
  ratioPermille: 100, visitOn: '2026-12-01', dueOn: '2026-12-20', districts: [], categories: [], creditClasses: [], officerDistricts: [], officerChannels: [], excludedObjects: [], excludedOfficers: [],
};

export const PLAN: HttpInput<'saveDrawPlan'> = {
  planId: null, rev: 0, year: 2026, name: '2026年度房地产开发企业抽查', targeting: 'open', departments: 'own', partners: [], channel: 'FDC', district: '320500', matterCodes: ['SZZJ-JG-001'], ratioPermille: 200,
  weights: DEFAULT_CREDIT_WEIGHTS, from: '2026-03-01', to: '2026-12-31', leadOffice: '房地产市场监管处', objectKind: 'party', districts: [], categories: [], creditClasses: [], officerDistricts: ['320500'], officerChannels: ['FDC'],
};

export async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

export async function openDrawOffice(cases = 300): Promise<DrawOffice> {
  const server = await startTestServer();
  server.clock.now = () => new Date(NOW);
  await seed(server.db, { password: TEST_PASSWORD, cases, seedNumber: 5, today: '2026-11-20' });
  // Seeded visits would use up caps by chance.
  await server.db.deleteFrom('task').execute();
  await server.addOfficer({ loginName: 'sjgl-wz', name: '示例区管', roles: ['draw-admin'], channel: 'JC', district: '320506' });
  const [admin, leader, officer, district] = [await server.signIn('sjgl1'), await server.signIn('leader1'), await server.signIn('jc01'), await server.signIn('sjgl-wz')];
  const plan = (changes: Partial<HttpInput<'saveDrawPlan'>> = {}) => must(admin.call('saveDrawPlan', { ...PLAN, ...changes }));
  return {
    server, admin, leader, officer, district, plan,
    async approvedPlan(changes) {
      const made = (await plan(changes)).plan;
      await must(leader.call('decideDrawPlan', { planId: made.id, rev: made.rev, approved: true, opinion: '同意' }));
      return made.id;
    },
    async drawn(planId, choice = {}) {
      const { id: drawId, commitment } = await must(admin.call('commitDraw', { planId, ...CHOICE, ...choice }));
      await must(leader.call('witnessDraw', { drawId, commitment, words: '小雪' }));
      return must(admin.call('runDraw', { drawId }));
    },
    close: () => server.close(),
  };
}
