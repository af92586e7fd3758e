import { commitmentOf, type Snapshot, snapshotHash } from '#shared/domain/draw/draw.ts';
import type { DrawParameters } from '#shared/domain/draw/parameters.ts';
import { type CreditClass, DEFAULT_CREDIT_WEIGHTS } from '#shared/domain/draw/pool.ts';
import { type DrawRecord, makeRecord } from '#shared/domain/draw/record.ts';
import { buildSnapshot, type ListedObject, type Lists } from '#shared/domain/draw/snapshot.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { DISTRICT_KEYS } from '#shared/domain/organisation/organisation.ts';

/** Invented lists to draw from, the same in every run. */

export function listedObject(number: number, changes: Partial<ListedObject> = {}): ListedObject {
  const id = `party-${String(number).padStart(5, '0')}`;
  const creditClass = (['A', 'B', 'B', 'C', 'D'] as const satisfies readonly CreditClass[])[number % 5] ?? 'B';
  return { id, kind: 'party', name: `示例${String(number)}建筑有限公司`, partyName: `示例${String(number)}建筑有限公司`, creditCode: `91320500XN${String(number).padStart(8, '0')}`, district: '320500', category: '施工企业', creditClass, ...changes };
}

export function listedOfficer(number: number, changes: Partial<Officer> = {}): Officer {
  const id = `officer-${String(number).padStart(4, '0')}`;
  return {
    id, loginName: id, name: `示例${String(number)}`, roles: ['officer'], channel: 'JC', district: '320500', unitName: '示例大队', phone: '', certificateNo: `示例${String(number)}`,
    certificateFrom: '2024-01-01', certificateTo: '2028-12-31', legallyQualified: false, active: true, ...changes,
  };
}

export function matter(code: string, changes: Partial<Matter> = {}): Matter {
  return {
    no: 1, code, nationalCode: '', name: `示例事项${code}`, category: '建筑市场', object: '施工企业', measures: '双随机', basis: '建筑法', channel: 'JC', system: 'city', risk: '中', yearlyCap: '1/年', cap: 1,
    claim: 'claimed', claimedOn: '2024-01-02', claimReason: '', publishedOn: '2024-01-15', office: '示例处', districts: [...DISTRICT_KEYS], subs: [], version: 1, effectiveFrom: '2024-01-02', ...changes,
  };
}

export function parameters(changes: Partial<DrawParameters> = {}): DrawParameters {
  return {
    objectKind: 'party', districts: [], categories: [], creditClasses: [], officerDistricts: [], officerChannels: [], planId: 'plan-0001', planNo: 'SSJ-JC-2026-01', year: 2026, channel: 'JC', district: '320500',
    matterCodes: ['M-1'], ratioPermille: 100, weights: DEFAULT_CREDIT_WEIGHTS, visitOn: '2026-12-01', dueOn: '2026-12-20', excludedObjects: [], excludedOfficers: [], ...changes,
  };
}

export function lists(objects: number, officers: number, changes: Partial<Lists> = {}): Lists {
  return {
    objects: Array.from({ length: objects }, (_, index) => listedObject(index)), officers: Array.from({ length: officers }, (_, index) => listedOfficer(index)),
    matters: [matter('M-1')], recusals: [], visits: new Map(), ...changes,
  };
}

export const SERVER_SEED = '5eed'.repeat(16);

export function record(snapshot: Snapshot = buildSnapshot(parameters(), lists(50, 8)), words = '二十四节气'): DrawRecord {
  const drawId = 'draw-0001';
  return makeRecord({
    drawId, planName: '2026年度建筑企业抽查', snapshot, commitment: commitmentOf(drawId, snapshotHash(snapshot), SERVER_SEED), serverSeed: SERVER_SEED,
    committed: { officerId: 'officer-sjgl1', name: '示例管理', at: '2026-11-20T01:00:00.000Z' },
    witness: { officerId: 'officer-leader1', name: '示例领导', role: '分管领导', words, at: '2026-11-20T01:05:00.000Z' },
    operator: { officerId: 'officer-sjgl1', name: '示例管理', at: '2026-11-20T01:06:00.000Z' },
  });
}
