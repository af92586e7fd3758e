import type { Channel } from '../../../organisation/organisation.ts';

/** Classes of an inspection (行政检查). */
export const CHECK_CLASSES = ['日常检查', '个案检查', '专项检查', '双随机抽查'];

/** Administrative Penalty Law, art. 54(1): an authority that investigates may inspect where a law provides for it. */
const CASE_BASIS = '《中华人民共和国行政处罚法》第五十四条第一款';
const CHANNEL_BASIS: Readonly<Partial<Record<Channel, string>>> = {
  ZA: '《建设工程质量管理条例》第四十七条、第四十八条和《建设工程安全生产管理条例》第四十条、第四十三条',
};

/** What an inspection of the channel rests on, for the officer to complete with the clause of the matter inspected. */
export function checkBasis(channel: Channel): string {
  const own = CHANNEL_BASIS[channel];
  return own === undefined ? CASE_BASIS : `${CASE_BASIS}、${own}`;
}
