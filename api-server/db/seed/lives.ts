import { CREDIT_CLASS_KEYS } from '#shared/domain/draw/pool.ts';
import type { District } from '#shared/domain/organisation/organisation.ts';
import type { PartyRecord } from '#shared/domain/party/party.ts';
import type { Licence, PartyCategory } from '#shared/domain/party/register.ts';
import { RESPONSIBLE_PARTIES, type FactBody, type FactKind, type ProjectFact } from '#shared/domain/project/fact.ts';
import type { ProjectRecord } from '#shared/domain/project/project.ts';
import { addCalendarDays, addMonths } from '#shared/domain/time-limit/days.ts';
import { inventedPerson } from './people.ts';
import type { Random } from './random.ts';
import { PARTS } from './words.ts';

/** In the order of `COMPANY_KINDS`. */
const TRADES: readonly { readonly category: PartyCategory; readonly licence: string }[] = [
  { category: '监理企业', licence: '工程监理房屋建筑工程专业' }, { category: '勘察设计企业', licence: '建筑行业（建筑工程）设计' }, { category: '检测机构', licence: '建设工程质量检测' },
  { category: '物业服务企业', licence: '' }, { category: '房地产经纪机构', licence: '房地产经纪机构备案' }, { category: '招标代理机构', licence: '' },
  { category: '机械租赁安装企业', licence: '起重设备安装工程专业承包' }, { category: '施工企业', licence: '建筑工程施工总承包' }, { category: '房地产开发企业', licence: '房地产开发企业资质' },
];

/** What the register knows of an invented company: trade, credit class and licences, some of them near their end or past it. */
export function withTrade(company: PartyRecord, kind: number, district: District, random: Random, today: string): PartyRecord {
  const trade = TRADES[kind];
  const licences: Licence[] = [];
  if (trade !== undefined && trade.licence !== '') licences.push(licence(random, trade.licence, today));
  if (trade?.category === '施工企业') licences.push({ ...licence(random, '安全生产许可证', today), grade: '' });
  return { ...company, district, category: trade?.category ?? '其他', creditClass: random.pick([...CREDIT_CLASS_KEYS, 'A', 'B', 'B']), status: random.chance(0.97) ? 'active' : 'suspended', licences };
}

function licence(random: Random, name: string, today: string): Licence {
  return {
    name, no: `示${String(random.between(100_000_000, 999_999_999))}`, grade: random.pick(['一级', '二级', '三级']), issuer: random.pick(['江苏省住房和城乡建设厅', '苏州市住房和城乡建设局']),
    validTo: addCalendarDays(today, random.between(-60, 1500)),
  };
}

/** Where the facts of each part come from. */
const SYSTEMS = { oa: '政务服务一张网', drawings: '施工图审查系统', site: '智慧工地平台', supervision: '质量安全监督系统', acceptance: '竣工验收管理系统' } as const;

const EMPTY: FactBody = { title: '', no: '', on: '', until: '', unit: '', creditCode: '', person: '', state: '', note: '' };

export interface Neighbours {
  /** Companies of the district by what they do: index in `COMPANY_KINDS`. */
  readonly company: (kind: number) => PartyRecord | undefined;
}

/** The life of an invented project as the neighbouring systems would tell it, up to `today`. */
export function factsOf(project: ProjectRecord, { company }: Neighbours, random: Random, today: string): readonly ProjectFact[] {
  const begun = `${project.projectCode.slice(0, 4)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
  const facts: ProjectFact[] = [];
  const add = (kind: FactKind, system: string, body: Partial<FactBody>): void => {
    const on = body.on ?? begun;
    if (on > today) return;
    facts.push({ ...EMPTY, ...body, on, id: random.uuid(), kind, sourceSystem: system, sourceRef: `${system === SYSTEMS.site ? 'ZH' : 'SJ'}-${String(random.between(1_000_000, 9_999_999))}`, fetchedAt: `${earlier(addCalendarDays(on, random.between(1, 20)), today)}T01:30:00.000Z` });
  };
  addEarly(project, begun, random, add);
  addSite(project, { company }, begun, random, add);
  if (random.chance(0.35)) addCompletion(project, addMonths(begun, random.between(20, 40)), add);
  return facts;
}

type Add = (kind: FactKind, system: string, body: Partial<FactBody>) => void;

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function addEarly(project: ProjectRecord, begun: string, random: Random, add: Add): void {
  add('approval', SYSTEMS.oa, { title: '企业投资项目备案', no: project.projectCode, on: begun, unit: project.developer, state: '已备案' });
  add('planning', SYSTEMS.oa, { no: `示建字第${String(random.between(320_500_000, 320_599_999))}号`, on: addMonths(begun, 2), unit: project.developer, state: '已核发' });
  add('drawings', SYSTEMS.drawings, { title: '房屋建筑施工图', no: `示审${String(random.between(10_000, 99_999))}`, on: addMonths(begun, 3), unit: '苏州示例施工图审查有限公司', state: '合格' });
  add('fire-design', SYSTEMS.oa, { no: `示消审字〔${begun.slice(0, 4)}〕第${String(random.between(1, 400))}号`, on: addMonths(begun, 3), unit: project.developer, state: '合格' });
  if (project.permitNo !== '') add('permit', SYSTEMS.oa, { no: project.permitNo, on: addMonths(begun, 4), unit: project.developer, state: '已核发' });
}

/** Companies of the five parties by what they do: owner and contractor are those of the project. */
const PARTY_TRADES: readonly (number | null)[] = [null, 1, 1, null, 0];

function addSite(project: ProjectRecord, { company }: Neighbours, begun: string, random: Random, add: Add): void {
  const start = addMonths(begun, 5);
  RESPONSIBLE_PARTIES.forEach((title, index) => {
    const trade = PARTY_TRADES[index];
    const other = trade == null ? undefined : company(trade);
    add('party', SYSTEMS.supervision, { title, on: start, unit: other?.name ?? (index === 0 ? project.developer : project.contractor), creditCode: other?.creditCode ?? '', person: inventedPerson(random), state: index === 3 ? '项目经理' : index === 4 ? '总监理工程师' : '项目负责人' });
  });
  add('supervision', SYSTEMS.supervision, { title: '质量安全监督交底', no: `示监${String(random.between(1000, 9999))}`, on: start, unit: '质量安全监督站', state: '已交底' });
  for (let visit = 0; visit < random.between(1, 4); visit += 1) {
    add('visit', SYSTEMS.supervision, { title: random.pick(['安全巡查', '质量巡查', '节前检查', '扬尘检查']), on: addMonths(start, visit * 3 + 1), unit: '质量安全监督站', person: inventedPerson(random), state: random.pick(['未发现问题', '已责令改正', '已责令改正']), note: `检查部位：${random.pick(PARTS)}` });
  }
  add('hazard', SYSTEMS.site, { title: random.pick(['深基坑支护与降水', '高大模板支撑体系', '悬挑脚手架', '起重吊装及拆卸']), on: addMonths(start, 1), unit: project.contractor, state: random.pick(['已论证', '已销项']), note: '超过一定规模的危险性较大分部分项工程' });
  for (let crane = 1; crane <= random.between(1, 3); crane += 1) {
    const renter = company(6);
    add('crane', SYSTEMS.site, { title: `${String(crane)}号塔式起重机`, no: `示起备${String(random.between(10_000, 99_999))}`, on: addMonths(start, 2), until: addMonths(start, 2 + random.between(6, 60)), unit: renter?.name ?? '', creditCode: renter?.creditCode ?? '', state: '在用' });
  }
}

function addCompletion(project: ProjectRecord, done: string, add: Add): void {
  add('acceptance', SYSTEMS.acceptance, { title: '单位工程竣工验收', on: done, unit: project.developer, state: '合格' });
  add('fire-acceptance', SYSTEMS.acceptance, { title: '特殊建设工程消防验收', on: addCalendarDays(done, 15), unit: project.developer, state: '合格' });
  add('filing', SYSTEMS.acceptance, { title: '竣工验收备案', no: `示备${done.slice(0, 4)}${done.slice(5, 7)}${String(project.contractPriceFen % 1000).padStart(3, '0')}`, on: addCalendarDays(done, 30), unit: project.developer, state: '已备案' });
  add('archive', SYSTEMS.acceptance, { title: '建设工程档案移交', on: addCalendarDays(done, 80), unit: project.developer, state: '已移交' });
}
