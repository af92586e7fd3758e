/** The three enforcement channels of a new installation. The key is stored; the label is what an officer reads. */
export const CHANNELS = { JC: '监察支队', FDC: '房地产', ZA: '质安监' } as const;
export type DefaultChannel = keyof typeof CHANNELS;
export const CHANNEL_KEYS = Object.keys(CHANNELS) as [DefaultChannel, ...DefaultChannel[]];

/** Key of a channel: one of those in force (`channel/in-force.ts`), of which an administrator may publish more. */
export type Channel = string;
export const CHANNEL_KEY_PATTERN = '^[A-Z]{2,6}$';

/** City level: sees every district and channel. */
export const CITY = '320500';

/**
 * Suzhou's city level and its ten districts (GB/T 2260; 320571 is a statistics code that GB/T 2260 does not know).
 */
export const DISTRICTS = {
  '320500': '苏州市本级',
  '320505': '虎丘区（高新区）',
  '320506': '吴中区',
  '320507': '相城区',
  '320508': '姑苏区',
  '320509': '吴江区',
  '320571': '苏州工业园区',
  '320581': '常熟市',
  '320582': '张家港市',
  '320583': '昆山市',
  '320585': '太仓市',
} as const;
export type District = keyof typeof DISTRICTS;
export const DISTRICT_KEYS = Object.keys(DISTRICTS) as [District, ...District[]];

/** What a user may see: a city user everything, a district user one channel of one district, a system administrator no case. */
export interface Scope {
  readonly district: District;
  /** `null`: every channel of the district. */
  readonly channel: Channel | null;
  /** Sees no case, task or paper at all: whoever keeps the system reads no file by default (三权分立, domain notes §5.1). */
  readonly sealed?: boolean;
}

export function inScope(scope: Scope, record: { readonly district: string; readonly channel: string }): boolean {
  if (scope.sealed === true) return false;
  if (scope.district === CITY) return true;
  return record.district === scope.district && (scope.channel === null || scope.channel === record.channel);
}
