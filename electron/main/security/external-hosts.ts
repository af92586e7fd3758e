/**
 * Sites an officer may open in the system's browser from here: laws in force, the credit and penalty publicity systems,
 * and the ministry, province and city. A host covers its subdomains only where `subdomains` says so.
 */
const HOSTS = [
  { host: 'flk.npc.gov.cn', name: '国家法律法规数据库', subdomains: false },
  { host: 'gov.cn', name: '中国政府网', subdomains: false },
  { host: 'www.gov.cn', name: '中国政府网', subdomains: false },
  { host: 'mohurd.gov.cn', name: '住房和城乡建设部', subdomains: true },
  { host: 'gsxt.gov.cn', name: '国家企业信用信息公示系统', subdomains: true },
  { host: 'creditchina.gov.cn', name: '信用中国', subdomains: true },
  { host: 'jiangsu.gov.cn', name: '江苏省人民政府', subdomains: true },
  { host: 'jszwfw.gov.cn', name: '江苏政务服务网', subdomains: true },
  { host: 'suzhou.gov.cn', name: '苏州市人民政府', subdomains: true },
] as const;

export interface ExternalTarget {
  readonly url: string;
  readonly name: string;
}

/** The target of a link that may leave the program, or `null`: https, the usual port, no user name, a listed host. */
export function externalTarget(link: string): ExternalTarget | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  const entry = HOSTS.find(({ host, subdomains }) => url.hostname === host || (subdomains && url.hostname.endsWith(`.${host}`)));
  return entry === undefined ? null : { url: url.href, name: entry.name };
}
