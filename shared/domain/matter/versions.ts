import { channelName } from '../channel/in-force.ts';
import { DISTRICTS } from '../organisation/organisation.ts';
import type { Settings } from '../setting/settings.ts';
import { CLAIM_STATES, contentOf, itemsOf, MATTER_SYSTEMS, standingOf, type CheckItem, type Matter } from './matter.ts';

/** What made a version of a matter. */
export const MATTER_ACTIONS = { initial: '初始', edit: '修改', import: '导入', claim: '认领', publish: '公布', unpublish: '撤下公布' } as const;
export type MatterAction = keyof typeof MATTER_ACTIONS;

/** `scheduled`: waits for its day; `in-force`: was put in force, now or before; `withdrawn`: taken back before its day. */
export const MATTER_VERSION_STATES = { scheduled: '待生效', 'in-force': '已生效', withdrawn: '已撤回' } as const;
export type MatterVersionState = keyof typeof MATTER_VERSION_STATES;

/** A version written for a later day, put in force over what was claimed and published meanwhile. */
export function putInForce(current: Matter | null, scheduled: Matter): Matter {
  if (current === null) return scheduled;
  const standing = standingOf(current);
  // The public knows the items that were published; one without items is not published any more.
  return { ...scheduled, ...standing, publishedOn: itemsOf(scheduled).length === 0 ? null : standing.publishedOn };
}

/** One thing that two versions say differently. */
export interface MatterChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const NOTHING = '（无）';
const shown = (text: string): string => (text === '' ? NOTHING : text);

type Text = (matter: Matter, settings: Settings | null) => string;
const FIELDS: readonly (readonly [label: string, text: Text])[] = [
  ['国家事项编码', (matter) => matter.nationalCode],
  ['事项名称', (matter) => matter.name],
  ['类别', (matter) => matter.category],
  ['渠道', (matter, settings) => channelName(settings, matter.channel)],
  ['系统', (matter) => MATTER_SYSTEMS[matter.system]],
  ['监管对象', (matter) => matter.object],
  ['监管措施', (matter) => matter.measures],
  ['设定依据', (matter) => matter.basis],
  ['风险等级', (matter) => matter.risk],
  ['频次上限', (matter) => capText(matter)],
  ['责任处室', (matter) => matter.office],
  ['承接区县', (matter) => matter.districts.map((district) => DISTRICTS[district]).join('、')],
  ['认领', (matter) => [CLAIM_STATES[matter.claim], matter.claimedOn ?? '', matter.claimReason].filter((part) => part !== '').join('，')],
  ['公布日期', (matter) => matter.publishedOn ?? '未公布'],
];

/** `每年 2 次` where there is a figure, else what the catalogue says. */
export function capText({ cap, yearlyCap }: Pick<Matter, 'cap' | 'yearlyCap'>): string {
  return cap === null ? yearlyCap : `每年 ${cap} 次`;
}

/** What a version says differently from the one before, in words; everything where there is none before. */
export function changesBetween(before: Matter | null, after: Matter, settings: Settings | null): readonly MatterChange[] {
  const fields = FIELDS.map(([label, text]) => ({ label, before: before === null ? NOTHING : shown(text(before, settings)), after: shown(text(after, settings)) }));
  return [...fields.filter((change) => change.before !== change.after), ...itemChanges(before, after)];
}

function itemTexts(matter: Matter | null): ReadonlyMap<string, string> {
  return new Map((matter?.subs ?? []).flatMap((sub) => sub.items.map((item) => [item.id, itemText(`${sub.name}（${sub.form}${sub.listCode === '' ? '' : `，${sub.listCode}`}）`, item)] as const)));
}

function itemText(sub: string, { content, method, standard, clause, violationId, verified }: CheckItem): string {
  return [sub, content, method, standard, clause, violationId ?? '', verified ? '依据已核实' : ''].filter((part) => part !== '').join('；');
}

function itemChanges(before: Matter | null, after: Matter): readonly MatterChange[] {
  const [old, now] = [itemTexts(before), itemTexts(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const change = { label: `检查项 ${id}`, before: old.get(id) ?? NOTHING, after: now.get(id) ?? '（删除）' };
    return change.before === change.after ? [] : [change];
  });
}

/** Whether two say the same, version and day aside. */
export function sameMatter(one: Matter, other: Matter): boolean {
  return canonical(one) === canonical(other);
}

function canonical(matter: Matter): string {
  const subs = matter.subs.map(({ code, name, form, listCode, items }) => [code, name, form, listCode, items.map(({ id, content, method, standard, clause, violationId, verified }) => [id, content, method, standard, clause, violationId, verified])]);
  return JSON.stringify([matter.code, { ...contentOf(matter), subs, districts: [...matter.districts].sort() }, standingOf(matter)]);
}
