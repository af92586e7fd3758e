import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { isUsable, type Matter } from '../matter/matter.ts';
import type { Officer } from '../officer/officer.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { CHECK_RULES } from '../task/step.ts';
import { canBePaired, teamsOf } from './assign.ts';
import type { Snapshot } from './draw.ts';
import { grouped } from './grouped.ts';
import { compareCodeUnits } from './hashing.ts';
import { type DrawParameters, type Exclusion, parametersRefusal, type PoolFilter } from './parameters.ts';
import { type LeftOut, mayLead, officerObstacle, partyKey, poolOfficer, type PoolObject, type Recusal } from './pool.ts';

/** An object as the registers know it; `obstacle`: why it is inspected no more, e.g. an enterprise struck off. */
export type ListedObject = Omit<PoolObject, 'allowance'> & { readonly obstacle?: string };

/** A recusal as the register has it: from a party, by credit code where known. */
export interface ListedRecusal {
  readonly officerId: string;
  readonly partyName: string;
  readonly creditCode: string;
}

/** The lists as they stand, before any filter. */
export interface Lists {
  readonly objects: readonly ListedObject[];
  readonly officers: readonly Officer[];
  /** Matters of the plan as in force. */
  readonly matters: readonly Matter[];
  readonly recusals: readonly ListedRecusal[];
  /** Routine visits of the year to a party (`partyKey`) by matter: made, planned, and drawn but not dispatched. */
  readonly visits: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The pot and what stays out of it, with the reason of each. */
export function buildSnapshot(parameters: DrawParameters, lists: Lists): Snapshot {
  const obstacles = new Map<string, string>();
  const wanted = lists.objects.filter((object) => fitsFilter(object, parameters)).map(({ obstacle, ...object }): PoolObject => {
    if (obstacle !== undefined) obstacles.set(object.id, obstacle);
    return { ...object, allowance: allowanceOf(object, lists) };
  });
  const officers = splitOfficers(parameters, lists.officers);
  const recusals = recusalsOf(lists, wanted);
  const teamOf = teamsOf(officers.within, parameters.channel, recusals);
  const leftOut = wanted.flatMap((object): LeftOut[] => {
    const why = byHand(object, parameters.excludedObjects) ?? ended(obstacles.get(object.id)) ?? unknownParty(object) ?? overCap(object, lists) ?? unpaired(object);
    return why === null ? [] : [{ id: object.id, name: object.name, ...why }];
  });
  function unpaired(object: PoolObject): Pick<LeftOut, 'kind' | 'reason'> | null {
    if (officers.within.length < 2 || canBePaired(teamOf(object))) return null;
    return { kind: 'officers', reason: '扣除回避和不在属地的人员后，可派的检查人员不足两人或者没有主检' };
  }
  const out = new Set(leftOut.map(({ id }) => id));
  const objects = byId(wanted.filter(({ id }) => !out.has(id)));
  const inside = new Set(objects.map(({ id }) => id));
  const names = new Set(officers.within.map(({ id }) => id));
  return {
    parameters, objects, officers: byId(officers.within), leftOut: byId(leftOut), officersLeftOut: byId(officers.leftOut),
    recusals: recusals.filter(({ officerId, objectId }) => inside.has(objectId) && names.has(officerId)).toSorted((one, other) => compareCodeUnits(one.objectId, other.objectId) || compareCodeUnits(one.officerId, other.officerId)),
  };
}

function byId<T extends { readonly id: string }>(values: readonly T[]): readonly T[] {
  return values.toSorted((one, other) => compareCodeUnits(one.id, other.id));
}

function fitsFilter(object: ListedObject, filter: PoolFilter): boolean {
  const among = (values: readonly string[], value: string): boolean => values.length === 0 || values.includes(value);
  return object.kind === filter.objectKind && among(filter.districts, object.district) && among(filter.categories, object.category) && among(filter.creditClasses, object.creditClass);
}

function splitOfficers(parameters: DrawParameters, officers: readonly Officer[]) {
  const { officerDistricts, officerChannels, excludedOfficers, visitOn } = parameters;
  const wanted = officers.filter((officer) => officer.roles.includes('officer')
    && (officerDistricts.length === 0 || officerDistricts.includes(officer.district))
    && (officerChannels.length === 0 || officer.channel === null || officerChannels.includes(officer.channel)));
  const obstacle = (officer: Officer): LeftOut[] => {
    const why = byHand(officer, excludedOfficers);
    if (why !== null) return [{ id: officer.id, name: officer.name, ...why }];
    const reason = officerObstacle(officer, visitOn);
    return reason === null ? [] : [{ id: officer.id, name: officer.name, kind: 'certificate', reason }];
  };
  const leftOut = wanted.flatMap(obstacle);
  const out = new Set(leftOut.map(({ id }) => id));
  return { within: wanted.filter(({ id }) => !out.has(id)).map(poolOfficer), leftOut };
}

function recusalsOf({ recusals }: Lists, objects: readonly PoolObject[]): readonly Recusal[] {
  if (recusals.length === 0) return [];
  const [byName, byCode] = [grouped(objects, (object) => object.partyName), grouped(objects, (object) => object.creditCode)];
  const found = recusals.flatMap(({ officerId, partyName, creditCode }) => [...byName.get(partyName) ?? [], ...(creditCode === '' ? [] : byCode.get(creditCode) ?? [])].map(({ id }) => ({ officerId, objectId: id })));
  return [...new Map(found.map((each) => [`${each.objectId}\n${each.officerId}`, each])).values()];
}

function byHand({ id }: { readonly id: string }, exclusions: readonly Exclusion[]): Pick<LeftOut, 'kind' | 'reason'> | null {
  const found = exclusions.find((each) => each.id === id);
  return found === undefined ? null : { kind: 'excluded', reason: found.reason.trim() };
}

function ended(obstacle: string | undefined): Pick<LeftOut, 'kind' | 'reason'> | null {
  return obstacle === undefined ? null : { kind: 'ended', reason: obstacle };
}

function unknownParty(object: PoolObject): Pick<LeftOut, 'kind' | 'reason'> | null {
  return object.partyName === '' ? { kind: 'party', reason: '施工单位没有在企业名录库登记，不知道向谁派发检查' } : null;
}

/** What is left of the strictest cap of the matters. */
function allowanceOf(object: ListedObject, { matters, visits }: Lists): number | null {
  const made = visits.get(partyKey(object));
  const left = matters.flatMap(({ cap, code }) => (cap === null ? [] : [cap - (made?.get(code) ?? 0)]));
  return left.length === 0 ? null : Math.max(0, Math.min(...left));
}

/** An enterprise that had its visits of the year under one of the matters is not drawn again (国办发〔2024〕54号). */
function overCap(object: PoolObject, { matters, visits }: Lists): Pick<LeftOut, 'kind' | 'reason'> | null {
  const made = visits.get(partyKey(object));
  if (made === undefined) return null;
  const full = matters.find((matter) => matter.cap !== null && (made.get(matter.code) ?? 0) >= matter.cap);
  if (full === undefined) return null;
  return { kind: 'cap', reason: `“${full.name}”本年度已安排${String(made.get(full.code) ?? 0)}次，达到上限${String(full.cap)}次` };
}

/** The snapshot, or the rule that forbids the draw. `mostPermille`: what the plan was approved with. */
export function checkedSnapshot(parameters: DrawParameters, lists: Lists, mostPermille: number, today: string): Result<Snapshot> {
  const refusal = parametersRefusal(parameters, mostPermille, today) ?? mattersRefusal(parameters, lists);
  if (refusal !== null) return fail(refusal);
  const snapshot = buildSnapshot(parameters, lists);
  const empty = officersRefusal(snapshot) ?? objectsRefusal(snapshot);
  return empty === null ? ok(snapshot) : fail(empty);
}

/** Only what is claimed and published by the day of the visits may be inspected. */
export function mattersRefusal({ matterCodes, visitOn }: Pick<DrawParameters, 'matterCodes' | 'visitOn'>, { matters }: Pick<Lists, 'matters'>): AppError | null {
  if (matterCodes.length === 0) return { code: 'FIELD_INVALID', message: '抽查计划没有抽查事项，请先选择。', details: { path: 'matterCodes' } };
  for (const code of matterCodes) {
    const matter = matters.find((each) => each.code === code);
    if (matter === undefined) return { code: 'FIELD_INVALID', message: `监管事项${code}不在事项目录内，请修改计划。`, details: { path: 'matterCodes', code } };
    if (isUsable(matter, visitOn)) continue;
    return { code: 'MATTER_NOT_PUBLISHED', message: `“${matter.name}”尚未认领或者检查事项尚未公布，不得据以抽查。请先由事项管理员认领、公布。`, article: CHECK_RULES, details: { path: 'matterCodes', code } };
  }
  return null;
}

function officersRefusal({ officers, officersLeftOut, parameters }: Snapshot): AppError | null {
  if (officers.length < 2) {
    const expired = officersLeftOut.filter(({ kind }) => kind === 'certificate').length;
    const why = expired === 0 ? '' : `，另有${String(expired)}人证件在检查日无效`;
    return { code: 'OFFICERS_INSUFFICIENT', message: `持有效执法证的检查人员只有${String(officers.length)}人${why}，不足两人，不能抽取。请放宽人员范围或者先办理换证。`, article: ARTICLES.officers, details: { path: 'officers' } };
  }
  if (officers.some((officer) => mayLead(officer, parameters.channel))) return null;
  return { code: 'OFFICERS_INSUFFICIENT', message: '人员名录中没有本渠道的主检人员，不能抽取。请把本渠道的执法人员纳入抽取范围。', article: ARTICLES.officers, details: { path: 'officers' } };
}

function objectsRefusal({ objects, leftOut }: Snapshot): AppError | null {
  if (objects.length > 0) return null;
  const capped = leftOut.filter(({ kind }) => kind === 'cap').length;
  if (leftOut.length > 0 && capped === leftOut.length) {
    return { code: 'CAP_EXCEEDED', message: `符合条件的${String(capped)}个检查对象本年度都已达到检查频次上限，没有可抽的对象。请调整对象范围，或者下一年度再抽。`, article: CHECK_RULES, details: { path: 'objects' } };
  }
  const out = leftOut.length === 0 ? '' : `（${String(leftOut.length)}个被排除）`;
  return { code: 'DRAW_POOL_EMPTY', message: `没有可抽的检查对象${out}。请放宽对象范围后再抽。`, details: { path: 'objects' } };
}
