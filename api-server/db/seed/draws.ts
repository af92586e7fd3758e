import type { Kysely } from 'kysely';
import { AppFailure, type Result } from '#shared/contract/result.ts';
import { DEFAULT_CREDIT_WEIGHTS } from '#shared/domain/draw/pool.ts';
import { isUsable } from '#shared/domain/matter/matter.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { CITY } from '#shared/domain/organisation/organisation.ts';
import type { PartyCategory } from '#shared/domain/party/register.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import type { DrawDeps, DrawRequest } from '../../modules/draw/acting.ts';
import { dispatchDraw } from '../../modules/draw/dispatching.ts';
import { commitDraw, runDraw, witnessDraw } from '../../modules/draw/drawing.ts';
import { decidePlan, savePlan } from '../../modules/draw/plans.ts';
import { createReferenceCache } from '../../sync/reference.ts';
import type { Database } from '../schema.ts';
import { createRandom } from './random.ts';

interface Scene {
  readonly channel: string;
  readonly matter: string;
  readonly category: PartyCategory;
  readonly name: string;
  readonly office: string;
  readonly words: string;
}

/** One plan a channel. */
const SCENES: readonly Scene[] = [
  { channel: 'JC', matter: 'SZZJ-JG-015', category: '施工企业', name: '年度建筑业企业资质动态核查抽查', office: '建设监察支队', words: '示例随机词一' },
  { channel: 'FDC', matter: 'SZZJ-JG-008', category: '物业服务企业', name: '年度物业服务企业抽查', office: '房地产市场监管处', words: '示例随机词二' },
  { channel: 'ZA', matter: 'SZZJ-JG-018', category: '检测机构', name: '年度工程质量检测机构抽查', office: '质量安全监督站', words: '示例随机词三' },
];
const TERM_DAYS = 28;

export interface DrawSeed {
  /** `YYYY-MM-DD`: the day the draws are made. */
  readonly today: string;
  readonly seedNumber: number;
  readonly officers: readonly Officer[];
}

/** An approved plan of the year for each channel with one draw, witnessed and sent out, through the very steps of the office. Answers how many tasks. */
export async function seedDraws(db: Kysely<Database>, { today, seedNumber, officers }: DrawSeed): Promise<number> {
  const random = createRandom(seedNumber ^ 0xd4a3);
  const clock = (): Date => new Date(`${today}T02:00:00.000Z`);
  const hex = (): string => random.between(0, 0xffff).toString(16).padStart(4, '0');
  const deps: DrawDeps = { db, clock, reference: createReferenceCache(db, clock), random: { id: random.uuid, seed: () => Array.from({ length: 16 }, hex).join('') } };
  const as = (role: Officer['roles'][number]): DrawRequest | null => {
    const officer = officers.find((each) => each.district === CITY && each.roles.includes(role));
    return officer === undefined ? null : { officer, deviceId: 'seed', ip: '127.0.0.1', id: 'seed' };
  };
  const [admin, leader] = [as('draw-admin'), as('leader')];
  if (admin === null || leader === null) return 0;
  const { matters } = await deps.reference.load();
  let tasks = 0;
  for (const scene of SCENES) {
    const matter = matters.get(scene.matter);
    if (matter !== undefined && isUsable(matter, today)) tasks += await play(deps, scene, today, { admin, leader });
  }
  return tasks;
}

async function play(deps: DrawDeps, scene: Scene, today: string, { admin, leader }: { readonly admin: DrawRequest; readonly leader: DrawRequest }): Promise<number> {
  const year = today.slice(0, 4);
  const last = `${year}-12-31`;
  const due = addCalendarDays(today, TERM_DAYS);
  const open = { districts: [], creditClasses: [], officerDistricts: [], officerChannels: [] };
  const { plan } = must(await savePlan(deps, {
    ...open, planId: null, rev: 0, year: Number(year), name: `${year}${scene.name}`, targeting: 'targeted', departments: 'own', partners: [], channel: scene.channel, district: CITY, matterCodes: [scene.matter],
    ratioPermille: 100, weights: DEFAULT_CREDIT_WEIGHTS, from: `${year}-01-01`, to: last, leadOffice: scene.office, objectKind: 'party', categories: [scene.category], officerDistricts: [CITY], officerChannels: [scene.channel],
  }, admin));
  must(await decidePlan(deps, { planId: plan.id, rev: plan.rev, approved: true, opinion: '同意。' }, leader));
  const committed = await commitDraw(deps, { ...open, planId: plan.id, ratioPermille: 100, visitOn: today, dueOn: due < last ? due : last, categories: [], excludedObjects: [], excludedOfficers: [] }, admin);
  // So little was generated that nobody can be drawn: the plan stands alone.
  if (!committed.ok) return 0;
  const { id: drawId, commitment } = committed.value;
  must(await witnessDraw(deps, { drawId, commitment, words: scene.words }, leader));
  must(await runDraw(deps, { drawId }, admin));
  return must(await dispatchDraw(deps, { drawId }, admin)).tasks;
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}
