/** A small bureau for tests: officers, violations, the calendar of 2026, settings. Used through `cases.ts`. */
import type { CommandContext, DocumentRules } from '#shared/domain/case-file/apply.types.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import type { Settings } from '#shared/domain/setting/settings.ts';
import type { WorkCalendar } from '#shared/domain/time-limit/calendar.ts';
import { dateOf, dayNumber } from '#shared/domain/time-limit/days.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { ok } from '#shared/contract/result.ts';

export interface World {
  readonly officers: ReadonlyMap<string, Officer>;
  readonly violations: ReadonlyMap<string, Violation>;
  readonly calendar: WorkCalendar;
  readonly settings: Settings;
  readonly documents: DocumentRules;
  readonly matters?: Exclude<CommandContext['matters'], undefined>;
  readonly visits?: Exclude<CommandContext['visits'], undefined>;
  readonly recusals?: Exclude<CommandContext['recusals'], undefined>;
  readonly handedCase?: Exclude<CommandContext['handedCase'], undefined>;
}

function officer(id: string, name: string, roles: Officer['roles'], members: Partial<Officer> = {}): Officer {
  return {
    id, loginName: id, name, roles, channel: 'JC', district: '320500', unitName: '监察支队一大队', phone: '0512-00000000', certificateNo: `苏E-${id}`,
    certificateFrom: '2024-01-01', certificateTo: '2028-12-31', legallyQualified: false, active: true, ...members,
  };
}

/** Ids are at least eight characters, as the commands' schemas ask. */
export const OFFICERS: readonly Officer[] = [
  officer('officer-1', '甲承办', ['officer']),
  officer('officer-2', '乙协办', ['officer']),
  officer('officer-3', '丙执法', ['officer']),
  officer('officer-expired', '丁过期', ['officer'], { certificateTo: '2026-01-31' }),
  officer('officer-left', '戊离岗', ['officer'], { active: false }),
  officer('officer-fdc-1', '己房产', ['officer'], { channel: 'FDC', district: '320506' }),
  officer('head-one', '庚大队', ['officer', 'unit-head']),
  officer('reviewer-1', '辛审核', ['officer', 'legal-reviewer'], { legallyQualified: true }),
  officer('reviewer-2', '壬新任', ['legal-reviewer'], { certificateNo: '' }),
  officer('leader-1', '癸局长', ['leader'], { certificateNo: '' }),
  officer('leader-officer', '子兼任', ['officer', 'leader']),
  officer('leader-2', '辰副局', ['leader'], { certificateNo: '' }),
  officer('bureau-head', '巳正职', ['leader', 'bureau-head'], { certificateNo: '' }),
  officer('host-one', '午主持', ['officer', 'hearing-host']),
  officer('host-two', '未记录', ['hearing-host'], { certificateNo: '' }),
  officer('archivist', '申档案', ['archivist'], { certificateNo: '' }),
  officer('publicist', '酉公示', ['publicist'], { certificateNo: '' }),
  officer('admin-one', '丑管理', ['admin'], { certificateNo: '' }),
];

const TIERED = (min: number, low: number, high: number, max: number): Violation['tiers'] => ({ light: [min, low], normal: [low, high], heavy: [high, max] });

function violation(id: string, members: Partial<Violation>): Violation {
  return {
    id, channel: 'JC', cause: '竣工后未移交建设项目档案', subject: '建设单位', breached: '《建设工程质量管理条例》第十七条', basis: '《建设工程质量管理条例》第五十九条',
    otherMeasures: '责令改正', unit: 'yuan', min: 10_000, max: 100_000, base: '', note: '', tiers: TIERED(10_000, 37_000, 73_000, 100_000), fineOnlyAfterOrder: false, evidenceFlag: 'V', ...members,
  };
}

export const VIOLATIONS: readonly Violation[] = [
  violation('J16', {}),
  violation('J01', {
    cause: '未取得施工许可证擅自施工', breached: '《建筑法》第七条', basis: '《建设工程质量管理条例》第五十七条', unit: 'percent', min: 1, max: 2, base: '合同价款', tiers: TIERED(1, 1.3, 1.7, 2),
  }),
  violation('J28', { cause: '规避招标', unit: 'permille', min: 5, max: 10, base: '项目合同金额', tiers: TIERED(5, 6.5, 8.5, 10) }),
  violation('J36', { cause: '审图机构出具虚假审查合格书', min: 30_000, max: 30_000, tiers: null }),
  violation('Z07', { cause: '未提供安全生产措施费', unit: 'none', min: 0, max: 0, tiers: null }),
  violation('Z39', { cause: '未按规定设置安全警示标志', min: 0, max: 5_000, tiers: null }),
  violation('J34', { cause: '未开设工资专户', min: 50_000, max: 100_000, tiers: TIERED(50_000, 65_000, 85_000, 100_000), fineOnlyAfterOrder: true }),
];

function weekdays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) days.push(dateOf(day));
  return days.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
}

/** Holidays and make-up days of 2026 (domain notes §1.1). */
export const CALENDAR_2026: WorkCalendar = {
  years: [2026],
  exceptions: Object.fromEntries([
    ...[['2026-01-01', '2026-01-03'], ['2026-02-15', '2026-02-23'], ['2026-04-04', '2026-04-06'], ['2026-05-01', '2026-05-05'], ['2026-06-19', '2026-06-21'], ['2026-09-25', '2026-09-27'], ['2026-10-01', '2026-10-07']]
      .flatMap(([from, to]) => weekdays(from ?? '', to ?? ''))
      .map((day) => [day, 'holiday'] as const),
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map((day) => [day, 'workday'] as const),
  ]),
};

/** Invented, with a valid check character. */
export const PARTY: Party = {
  kind: 'unit', name: '苏州示例甲建设有限公司', creditCode: '91320508MA1TEXT06X', representative: '示例人', representativePost: '执行董事', idNumber: '', sex: '', birthDate: '',
  address: '苏州市示例区示例路1号', phone: '0512-00000001', workplace: '',
};

const freezeValues: DocumentRules = {
  issueData: (aggregate, documentId) => ok({ data: { ...aggregate.documents.get(documentId)?.values, party: aggregate.file.party?.name ?? '' }, wordingVersion: 'test-1' }),
};

export function createWorld(members: Partial<World> = {}): World {
  return {
    officers: new Map(OFFICERS.map((each) => [each.id, each])),
    violations: new Map(VIOLATIONS.map((each) => [each.id, each])),
    calendar: CALENDAR_2026,
    settings: DEFAULT_SETTINGS,
    documents: freezeValues,
    ...members,
  };
}

/** The context of an officer at ten in the morning (Asia/Shanghai) of a day. */
export function contextOf(world: World, officerId: string, today: string): CommandContext {
  const actor = world.officers.get(officerId);
  if (actor === undefined) throw new Error(`no officer ${officerId} in this world`);
  return { ...world, actor, today, now: `${today}T02:00:00.000Z` };
}
