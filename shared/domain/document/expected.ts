import type { Stage } from '../procedure/stages.ts';
import type { DocumentCode } from './catalogue/catalogue.ts';

/** 常用八种: what nearly every ordinary case holds, in the order of the procedure. */
export const USUAL_DOCUMENTS = ['LASP', 'XCJC', 'XWBL', 'DCZJ', 'GZS', 'FZSH', 'CFJD', 'SDHZ'] as const satisfies readonly DocumentCode[];

/** What an officer usually writes in a stage, the most usual first. An order of reading only; what is allowed say the rules. */
export const EXPECTED_DOCUMENTS: Readonly<Record<Stage, readonly DocumentCode[]>> = {
  CLUE: ['AYDJ', 'DCCF'],
  VERIFY: ['AYDJ', 'HCQK', 'XCJC', 'XWBL', 'LASP', 'BYLA', 'DCCF'],
  FILING: ['LASP', 'BYLA', 'BYGZ'],
  INVEST: ['LASP', 'XCJC', 'XWBL', 'DCTZ', 'ZJTQ', 'ZGTZ', 'SDQR', 'DCZJ'],
  SUSP: ['ZZDC'],
  CONCL: ['DCZJ', 'GZSP', 'GZS'],
  NOTICE_APPR: ['GZSP', 'GZS', 'TZGZ'],
  NOTIFIED: ['SDHZ', 'SSBL', 'FQSM', 'SSFH', 'TZSL', 'TZTZ'],
  DEFENCE: ['SSBL', 'SSFH', 'TZSL', 'TZTZ'],
  HEAR: ['TZTZ', 'TZGG', 'TZBL', 'TZBG'],
  LEGAL: ['FZSH', 'CFSP', 'CFJD'],
  COLLECT: ['JTTL', 'CFSP', 'CFJD'],
  DEC_APPR: ['CFSP', 'CFJD', 'JZGZ'],
  NOPEN: ['BYCF', 'JASP'],
  DECIDED: ['SDHZ', 'JZGZ', 'GGSD', 'ZDBA'],
  SERVED: ['SDHZ', 'FMPJ', 'JASP', 'YQFQ', 'ZDBA'],
  DEFER: ['YQSPB', 'YQPZ', 'FMPJ', 'JASP'],
  OVERDUE: ['CGS', 'JCFK', 'FMPJ', 'JASP'],
  DEMAND: ['CGS', 'JCFK', 'QZZX', 'ZXXY'],
  COURT: ['QZZX', 'ZXXY', 'FMPJ', 'JASP'],
  EXEC_STOP: ['ZXXY', 'FMPJ', 'JASP'],
  TRANSF: ['YSH', 'YSSP', 'YSSX', 'YSQD', 'YSHZ', 'JASP'],
  WITHDR: ['CXLA', 'JASP'],
  TERM: ['ZZDC', 'JASP'],
  CLOSE_APPR: ['JASP', 'FMPJ', 'JF', 'JNML', 'BKB'],
  CLOSED: ['JF', 'JNML', 'BKB', 'ZWD', 'JASP'],
  ARCH: ['JF', 'JNML', 'BKB', 'BGCX'],
  NOFILE: ['BYLA', 'BYGZ', 'JF', 'JNML', 'BKB'],
};
