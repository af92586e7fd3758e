import { DISTRICTS } from '../organisation/organisation.ts';
import { isDate } from '../time-limit/days.ts';
import { CLAIM_STATES, itemsOf, MATTER_CODE_PATTERN, MATTER_SYSTEMS, type Matter, type MatterContent, type SubMatter } from './matter.ts';

/** Something wrong with a matter: `path` as the form names the field, e.g. `subs.0.items.2.content`. */
export interface MatterProblem {
  readonly path: string;
  /** A Chinese sentence that says what to do. */
  readonly message: string;
}

/** What the rules ask of everything else. */
export interface MatterContext {
  readonly channels: ReadonlySet<string>;
  readonly violationIds: ReadonlySet<string>;
}

const NATIONAL_CODE = /^\d{14}$/;
const CODE = new RegExp(MATTER_CODE_PATTERN);
export const RISKS = ['高', '中', '低'] as const;
const LONGEST = 500;

/** Everything wrong with a matter, in the order of the form; none: it may be kept. */
export function checkMatter(matter: Matter, context: MatterContext): readonly MatterProblem[] {
  return [
    ...when(!CODE.test(matter.code), 'code', '事项编码由大写字母、数字和短横线组成，例如 SZZJ-JG-001。'),
    ...checkContent(matter, context),
    ...checkStanding(matter),
  ];
}

function when(wrong: boolean, path: string, message: string): readonly MatterProblem[] {
  return wrong ? [{ path, message }] : [];
}

function checkContent(matter: MatterContent, context: MatterContext): readonly MatterProblem[] {
  return [
    ...texts(matter),
    ...when(matter.nationalCode !== '' && !NATIONAL_CODE.test(matter.nationalCode), 'nationalCode', '应为 14 位数字；还没有的请留空。'),
    ...when(!context.channels.has(matter.channel), 'channel', '没有这个渠道，请选择现有的渠道。'),
    ...when(!Object.hasOwn(MATTER_SYSTEMS, matter.system), 'system', '请选择市级系统、省级系统或者通用业务监管。'),
    ...when(!RISKS.some((risk) => risk === matter.risk), 'risk', '风险等级应为高、中或者低。'),
    ...when(matter.cap !== null && (!Number.isInteger(matter.cap) || matter.cap < 1 || matter.cap > 366), 'cap', '年度频次上限应为 1 至 366 的整数；按节点、按投诉等没有次数的请留空。'),
    ...when(matter.districts.some((district) => !Object.hasOwn(DISTRICTS, district)), 'districts', '承接区县中有不认识的区划代码。'),
    ...when(new Set(matter.districts).size !== matter.districts.length, 'districts', '承接区县有重复。'),
    ...checkSubs(matter.subs, context),
  ];
}

const REQUIRED: Readonly<Partial<Record<keyof MatterContent, string>>> = { name: '事项名称', object: '监管对象', measures: '监管措施', basis: '设定依据' };

function texts(matter: MatterContent): readonly MatterProblem[] {
  const required = Object.entries(REQUIRED).flatMap(([path, label]) => when(matter[path as 'name'].trim() === '', path, `请填写${label}。`));
  const long = (['name', 'category', 'object', 'measures', 'basis', 'yearlyCap', 'office'] as const)
    .flatMap((path) => when(matter[path].length > LONGEST, path, `这一项不能超过 ${LONGEST} 字。`));
  return [...required, ...long];
}

function checkSubs(subs: readonly SubMatter[], context: MatterContext): readonly MatterProblem[] {
  return [
    ...duplicates(subs.map((sub) => sub.code), (index) => `subs.${index}.code`, '子项编码'),
    ...checkItemIds(subs),
    ...subs.flatMap((sub, index) => checkSub(sub, `subs.${index}`, context)),
  ];
}

function checkSub(sub: SubMatter, path: string, { violationIds }: MatterContext): readonly MatterProblem[] {
  return [
    ...when(!CODE.test(sub.code), `${path}.code`, '子项编码由大写字母、数字和短横线组成，例如 SZZJ-JG-001-01。'),
    ...when(sub.name.trim() === '', `${path}.name`, '请填写子项名称。'),
    ...when(sub.items.length === 0, path, `子项“${sub.name}”没有检查项，请增加检查项或者删除这个子项。`),
    ...sub.items.flatMap((item, index) => [
      ...when(!CODE.test(item.id), `${path}.items.${index}.id`, '检查项编号由大写字母、数字和短横线组成，例如 SZZJ-JG-001-01-01。'),
      ...when(item.content.trim() === '', `${path}.items.${index}.content`, '请填写检查内容。'),
      ...when(item.clause.trim() === '', `${path}.items.${index}.clause`, '请填写检查依据的条款。'),
      ...when(item.violationId !== null && !violationIds.has(item.violationId), `${path}.items.${index}.violationId`, `违法行为目录中没有 ${item.violationId ?? ''}，请另选或者留空。`),
    ]),
  ];
}

function checkItemIds(subs: readonly SubMatter[]): readonly MatterProblem[] {
  const places = subs.flatMap((sub, at) => sub.items.map((_item, index) => `subs.${at}.items.${index}.id`));
  return duplicates(itemsOf({ subs }).map((item) => item.id), (index) => places[index] ?? '', '检查项编号');
}

function duplicates(values: readonly string[], pathOf: (index: number) => string, label: string): readonly MatterProblem[] {
  return values.flatMap((value, index) => when(values.indexOf(value) < index, pathOf(index), `${label} ${value} 重复，请改为不同的编号。`));
}

/** Claim and publication must fit each other: only what is claimed is published, and not before. */
function checkStanding(matter: Matter): readonly MatterProblem[] {
  const { claim, claimedOn, claimReason, publishedOn } = matter;
  return [
    ...when(!Object.hasOwn(CLAIM_STATES, claim), 'claim', '认领状态应为已认领、未认领或者不适用。'),
    ...when(claim === 'claimed' && (claimedOn === null || !isDate(claimedOn)), 'claimedOn', '已认领的事项应有认领日期。'),
    ...when(claim === 'not-applicable' && claimReason.trim() === '', 'claimReason', '不适用的事项应写明理由。'),
    ...when(publishedOn !== null && !isDate(publishedOn), 'publishedOn', '公布日期不是有效的日期。'),
    ...when(publishedOn !== null && claim !== 'claimed', 'publishedOn', '未认领的事项不能公布，请先认领。'),
    ...when(publishedOn !== null && claimedOn !== null && publishedOn < claimedOn, 'publishedOn', '公布日期不能早于认领日期。'),
    ...when(publishedOn !== null && itemsOf(matter).length === 0, 'publishedOn', '没有检查项的事项不能公布，请先补充检查项。'),
  ];
}
