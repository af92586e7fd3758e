import type { Officer, Role } from '#shared/domain/officer/officer.ts';
import { CHANNEL_KEYS, CITY, DISTRICT_KEYS, DISTRICTS, type Channel, type DefaultChannel, type District } from '#shared/domain/organisation/organisation.ts';

/**
 * The demo officers. All are invented: the middle character of every name is 示 (as in 示例), phones are of the
 * reserved kind 0512-0000xxxx, certificates begin with 演示.
 */
const UNITS: Readonly<Record<DefaultChannel, { readonly login: string; readonly unit: string; readonly group: string }>> = {
  JC: { login: 'jc', unit: '建设监察支队', group: '建设监察组' },
  FDC: { login: 'fdc', unit: '房地产市场监管处', group: '房地产组' },
  ZA: { login: 'za', unit: '质量安全监督站', group: '质量安全组' },
};

const DISTRICT_LOGINS: Readonly<Record<Exclude<District, typeof CITY>, string>> = {
  '320505': 'hq', '320506': 'wz', '320507': 'xc', '320508': 'gs', '320509': 'wj',
  '320571': 'yq', '320581': 'cs', '320582': 'zjg', '320583': 'ks', '320585': 'tc',
};

const SURNAMES = [...'陆顾沈钱徐周吴蒋潘俞严朱冯金秦姚许陶唐韩杨程宋叶'];
const GIVEN = [...'安宁远明和平清正诚毅文博嘉言思齐景行立方成一舟可云川'];

interface Post {
  readonly login: string;
  readonly roles: readonly Role[];
  readonly channel: Channel | null;
  readonly district: District;
  readonly unit: string;
  readonly certificate: 'valid' | 'expired' | 'none';
  readonly qualified: boolean;
}

function post(login: string, roles: readonly Role[], channel: Channel | null, district: District, unit: string, more: Partial<Post> = {}): Post {
  return { login, roles, channel, district, unit, certificate: 'valid', qualified: false, ...more };
}

function cityPosts(): readonly Post[] {
  const channels = CHANNEL_KEYS.flatMap((channel) => {
    const { login, unit } = UNITS[channel];
    const officers = [1, 2, 3, 4, 5, 6].map((number) => post(
      `${login}0${String(number)}`, ['officer'], channel, CITY, `${unit}${number <= 3 ? '一' : '二'}${channel === 'FDC' ? '科' : '大队'}`,
      { certificate: number === 6 ? 'expired' : 'valid' },
    ));
    return [...officers, post(`${login}head`, ['officer', 'unit-head'], channel, CITY, unit)];
  });
  return [
    ...channels,
    post('fzsh1', ['legal-reviewer'], null, CITY, '政策法规处', { qualified: true }),
    post('fzsh2', ['legal-reviewer'], null, CITY, '政策法规处', { qualified: true }),
    // Not yet qualified: shows the refusal of art. 58(2) of the Administrative Penalty Law.
    post('fzsh3', ['legal-reviewer'], null, CITY, '政策法规处'),
    ...[1, 2, 3].map((number) => post(`leader${String(number)}`, ['leader'], null, CITY, '局领导')),
    post('admin', ['admin'], null, CITY, '信息中心', { certificate: 'none' }),
  ];
}

function districtPosts(district: Exclude<District, typeof CITY>): readonly Post[] {
  const login = DISTRICT_LOGINS[district];
  const bureau = `${DISTRICTS[district].replace(/（.*/, '')}住房和城乡建设局`;
  const narrow = CHANNEL_KEYS.map((channel) => post(`${login}${UNITS[channel].login}`, ['officer'], channel, district, `${bureau}${UNITS[channel].group}`));
  return [
    post(`${login}01`, ['officer'], null, district, `${bureau}执法大队`),
    post(`${login}02`, ['officer'], null, district, `${bureau}执法大队`),
    ...narrow,
    post(`${login}head`, ['officer', 'unit-head'], null, district, `${bureau}执法大队`),
    post(`${login}fzsh`, ['legal-reviewer'], null, district, `${bureau}法制科`, { qualified: true }),
    post(`${login}leader`, ['leader'], null, district, `${bureau}局领导`),
  ];
}

/** Roles of the side lines, after everyone else so that the others keep their names. */
function sidePosts(): readonly Post[] {
  return [
    post('tzzc1', ['hearing-host'], null, CITY, '政策法规处', { qualified: true }),
    post('tzjl1', ['hearing-host'], null, CITY, '政策法规处'),
    post('juzhang1', ['bureau-head'], null, CITY, '局领导', { certificate: 'none' }),
    post('gsy1', ['publicist'], null, CITY, '综合科', { certificate: 'none' }),
    post('dagl1', ['archivist'], null, CITY, '综合科', { certificate: 'none' }),
    // Configuration needs a second person.
    post('admin2', ['admin'], null, CITY, '信息中心', { certificate: 'none' }),
    post('sxgl1', ['matter-admin'], null, CITY, '政策法规处', { certificate: 'none' }),
    post('sjgl1', ['draw-admin'], null, CITY, '综合科', { certificate: 'none' }),
  ];
}

function toOfficer(entry: Post, index: number): Officer {
  const number = String(index + 1).padStart(4, '0');
  const certified = entry.certificate !== 'none';
  return {
    id: `officer-${entry.login}`,
    loginName: entry.login,
    name: inventedName(index),
    roles: entry.roles,
    channel: entry.channel,
    district: entry.district,
    unitName: entry.unit,
    phone: `0512-0000${number}`,
    certificateNo: certified ? `演示${entry.district}${number}` : '',
    certificateFrom: certified ? (entry.certificate === 'expired' ? '2019-01-01' : '2023-01-01') : '',
    certificateTo: certified ? (entry.certificate === 'expired' ? '2023-12-31' : '2028-12-31') : '',
    legallyQualified: entry.qualified,
    active: true,
  };
}

function inventedName(index: number): string {
  const surname = SURNAMES[index % SURNAMES.length] ?? '某';
  const given = GIVEN[(index + Math.floor(index / SURNAMES.length) * 5) % GIVEN.length] ?? '某';
  return `${surname}示${given}`;
}

/** Every demo officer, the same on every seed. */
export const DEMO_OFFICERS: readonly Officer[] = [
  ...cityPosts(),
  ...DISTRICT_KEYS.filter((district) => district !== CITY).flatMap(districtPosts),
  ...sidePosts(),
].map(toOfficer);

/** What the start script and the manual tell a person who wants to try the product. */
export const demoAccounts = DEMO_OFFICERS.map(({ loginName, name, roles, unitName }) => ({ loginName, name, roles, unitName }));
