import { ARTICLES } from '../procedure/articles.ts';
import type { CaseEvent } from '../procedure/events.ts';
import type { DocumentCode } from '../document/document-file.ts';

/** A part of the procedure as a channel's page shows it. */
interface ChannelStep {
  readonly title: string;
  /** The steps that lead into it; what is under way already is always finished. */
  readonly events: readonly CaseEvent[];
  /** The law that requires it: such a part cannot be switched off. `null`: the channel's own choice. */
  readonly article: string | null;
}

/** Every part of the procedure a channel's configuration speaks of, in the order of the procedure. */
export const CHANNEL_STEPS = {
  'extend-verification': { title: '延长核查期限', events: ['extend-verification'], article: null },
  filing: { title: '立案审批', events: ['propose-filing', 'approve-filing'], article: ARTICLES.filing },
  summary: { title: '当场处罚（简易程序）', events: ['summary-penalty'], article: null },
  measures: { title: '先行登记保存、查封扣押', events: ['propose-measure'], article: null },
  suspension: { title: '中止调查', events: ['suspend'], article: null },
  transfer: { title: '移送有管辖权的机关、公安机关', events: ['transfer-authority', 'report-crime'], article: ARTICLES.crime },
  notice: { title: '处罚前告知', events: ['approve-notice'], article: ARTICLES.notice },
  defence: { title: '陈述、申辩期限', events: ['record-defence', 'close-defence', 'review-defence'], article: ARTICLES.defence },
  hearing: { title: '听证', events: ['request-hearing', 'accept-hearing'], article: ARTICLES.hearing },
  review: { title: '重大执法决定法制审核', events: ['pass-review'], article: ARTICLES.review },
  discussion: { title: '集体讨论', events: ['record-discussion'], article: ARTICLES.discussion },
  countersign: { title: '会签', events: ['request-countersign'], article: null },
  decision: { title: '处罚决定审批', events: ['approve-decision'], article: ARTICLES.decision },
  'extend-case': { title: '延长办案期限', events: ['extend-case'], article: null },
  service: { title: '文书送达', events: [], article: ARTICLES.service },
  deferral: { title: '当事人申请延期、分期缴纳', events: ['apply-deferral'], article: ARTICLES.deferral },
  agreement: { title: '执行协议', events: ['sign-agreement'], article: null },
  remedy: { title: '行政复议、行政诉讼登记', events: ['record-remedy'], article: ARTICLES.stay },
  publication: { title: '处罚决定公示', events: ['publish-decision'], article: ARTICLES.publication },
} as const satisfies Record<string, ChannelStep>;
export type ChannelStepKey = keyof typeof CHANNEL_STEPS;
export const CHANNEL_STEP_KEYS = Object.keys(CHANNEL_STEPS) as [ChannelStepKey, ...ChannelStepKey[]];

/** Forms a channel may do without; every other one belongs to a step that may become necessary in any case. */
export const OPTIONAL_DOCUMENTS: readonly DocumentCode[] = ['CYQZ', 'KYBL', 'SJDX', 'TGTZ', 'FGTZ', 'JYS', 'DZSJ', 'SPTP', 'JDWT', 'XZXC', 'ZXXY', 'ZWD'];

/** The part of the procedure a step leads into; `undefined` for steps that belong to the core. */
export function channelStepOf(event: CaseEvent): ChannelStepKey | undefined {
  return CHANNEL_STEP_KEYS.find((key) => (CHANNEL_STEPS[key].events as readonly CaseEvent[]).includes(event));
}
