import type { PartyCategory } from '../party/register.ts';

/** Kinds of business by a word of the company's name, the first that fits; used only where the register itself names none. */
const BY_NAME: readonly (readonly [RegExp, PartyCategory])[] = [
  [/监理/, '监理企业'], [/勘察|设计|审图/, '勘察设计企业'], [/检测/, '检测机构'], [/物业/, '物业服务企业'], [/估价|评估/, '房地产估价机构'], [/住房租赁/, '住房租赁企业'], [/经纪|房产咨询/, '房地产经纪机构'],
  [/混凝土/, '预拌混凝土企业'], [/起重|机械/, '机械租赁安装企业'], [/造价/, '造价咨询企业'], [/招标|代理/, '招标代理机构'], [/建筑|建设集团|工程|装饰|安装|劳务|市政/, '施工企业'], [/置业|房地产|开发/, '房地产开发企业'],
];

/** Kind of business of a company; empty where its name tells nothing. */
export function categoryOfName(name: string): PartyCategory | '' {
  return BY_NAME.find(([words]) => words.test(name))?.[1] ?? '';
}
