import { channelOf } from '../../../channel/in-force.ts';
import type { Settings } from '../../../setting/settings.ts';

/** Classes of an inspection (行政检查). */
export const CHECK_CLASSES = ['日常检查', '个案检查', '专项检查', '双随机抽查'];

/** Administrative Penalty Law, art. 54(1): an authority that investigates may inspect where a law provides for it. */
const CASE_BASIS = '《中华人民共和国行政处罚法》第五十四条第一款';

/** What an inspection of the channel rests on, for the officer to complete with the clause of the matter inspected. */
export function checkBasis(settings: Settings, channel: string): string {
  const own = channelOf(settings, channel)?.inspectionBasis ?? '';
  return own === '' ? CASE_BASIS : `${CASE_BASIS}、${own}`;
}
