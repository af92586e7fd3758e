import { AYDJ_WORDING } from './aydj.ts';
import { BGCX_WORDING } from './bgcx.ts';
import { BYCF_WORDING } from './bycf.ts';
import { BYGZ_WORDING } from './bygz.ts';
import { BYLA_WORDING } from './byla.ts';
import { BZTZ_WORDING } from './bztz.ts';
import { CFJD_WORDING } from './cfjd.ts';
import { CFKY_WORDING } from './cfky.ts';
import { CFSP_WORDING } from './cfsp.ts';
import { CGS_WORDING } from './cgs.ts';
import { CXLA_WORDING } from './cxla.ts';
import { CYQZ_WORDING } from './cyqz.ts';
import { DCCF_WORDING } from './dccf.ts';
import { DCTZ_WORDING } from './dctz.ts';
import { DCZJ_WORDING } from './dczj.ts';
import { DJCL_WORDING } from './djcl.ts';
import { DJSP_WORDING } from './djsp.ts';
import { DJTZ_WORDING } from './djtz.ts';
import { DZSJ_WORDING } from './dzsj.ts';
import { FCJL_WORDING } from './fcjl.ts';
import { FGTZ_WORDING } from './fgtz.ts';
import { FMPJ_WORDING } from './fmpj.ts';
import { FQSM_WORDING } from './fqsm.ts';
import { FZSH_WORDING } from './fzsh.ts';
import { GGSD_WORDING } from './ggsd.ts';
import { GZS_WORDING } from './gzs.ts';
import { GZSP_WORDING } from './gzsp.ts';
import { HBSQ_WORDING } from './hbsq.ts';
import { HCQK_WORDING } from './hcqk.ts';
import { JASP_WORDING } from './jasp.ts';
import { JCCF_WORDING } from './jccf.ts';
import { JCFK_WORDING } from './jcfk.ts';
import { JCSP_WORDING } from './jcsp.ts';
import { JCTZ_WORDING } from './jctz.ts';
import { JDQJ_WORDING } from './jdqj.ts';
import { JDWT_WORDING } from './jdwt.ts';
import { JGGZ_WORDING } from './jggz.ts';
import { JTTL_WORDING } from './jttl.ts';
import { JYS_WORDING } from './jys.ts';
import { JZGZ_WORDING } from './jzgz.ts';
import { KYBL_WORDING } from './kybl.ts';
import { LASP_WORDING } from './lasp.ts';
import { QZBL_WORDING } from './qzbl.ts';
import { QZSP_WORDING } from './qzsp.ts';
import { QZZX_WORDING } from './qzzx.ts';
import { SDHZ_WORDING } from './sdhz.ts';
import { SDQR_WORDING } from './sdqr.ts';
import { SJDX_WORDING } from './sjdx.ts';
import { SPTP_WORDING } from './sptp.ts';
import { SSBL_WORDING } from './ssbl.ts';
import { SSFH_WORDING } from './ssfh.ts';
import { TGTZ_WORDING } from './tgtz.ts';
import { TZBG_WORDING } from './tzbg.ts';
import { TZBL_WORDING } from './tzbl.ts';
import { TZGG_WORDING } from './tzgg.ts';
import { TZGZ_WORDING } from './tzgz.ts';
import { TZSL_WORDING } from './tzsl.ts';
import { TZTZ_WORDING } from './tztz.ts';
import { VOLUME_WORDING } from './volume.ts';
import { XCJC_WORDING } from './xcjc.ts';
import { XWBL_WORDING } from './xwbl.ts';
import { XZXC_WORDING } from './xzxc.ts';
import { YCCF_WORDING } from './yccf.ts';
import { YCHC_WORDING } from './ychc.ts';
import { YQFQ_WORDING } from './yqfq.ts';
import { YQPZ_WORDING } from './yqpz.ts';
import { YQSP_WORDING } from './yqsp.ts';
import { YQSPB_WORDING } from './yqspb.ts';
import { YSH_WORDING } from './ysh.ts';
import { YSHZ_WORDING } from './yshz.ts';
import { YSQD_WORDING } from './ysqd.ts';
import { YSSP_WORDING } from './yssp.ts';
import { YSSX_WORDING } from './yssx.ts';
import { ZDBA_WORDING } from './zdba.ts';
import { ZGTZ_WORDING } from './zgtz.ts';
import { ZJTQ_WORDING } from './zjtq.ts';
import { ZXXY_WORDING } from './zxxy.ts';
import { ZZDC_WORDING } from './zzdc.ts';
import type { Wording } from './wording.ts';

/** Built-in wordings by set: the code of a document, or `VOLUME` for the pages of the volume. */
export const WORDINGS = {
  AYDJ: AYDJ_WORDING, BGCX: BGCX_WORDING, BYCF: BYCF_WORDING, BYGZ: BYGZ_WORDING, BYLA: BYLA_WORDING, BZTZ: BZTZ_WORDING, CFJD: CFJD_WORDING, CFKY: CFKY_WORDING,
  CFSP: CFSP_WORDING, CGS: CGS_WORDING, CXLA: CXLA_WORDING, CYQZ: CYQZ_WORDING, DCCF: DCCF_WORDING, DCTZ: DCTZ_WORDING, DCZJ: DCZJ_WORDING, DJCL: DJCL_WORDING,
  DJSP: DJSP_WORDING, DJTZ: DJTZ_WORDING, DZSJ: DZSJ_WORDING, FCJL: FCJL_WORDING, FGTZ: FGTZ_WORDING, FMPJ: FMPJ_WORDING, FQSM: FQSM_WORDING, FZSH: FZSH_WORDING,
  GGSD: GGSD_WORDING, GZS: GZS_WORDING, GZSP: GZSP_WORDING, HBSQ: HBSQ_WORDING, HCQK: HCQK_WORDING, JASP: JASP_WORDING, JCCF: JCCF_WORDING, JCFK: JCFK_WORDING,
  JCSP: JCSP_WORDING, JCTZ: JCTZ_WORDING, JDQJ: JDQJ_WORDING, JDWT: JDWT_WORDING, JGGZ: JGGZ_WORDING, JTTL: JTTL_WORDING, JYS: JYS_WORDING, JZGZ: JZGZ_WORDING,
  KYBL: KYBL_WORDING, LASP: LASP_WORDING, QZBL: QZBL_WORDING, QZSP: QZSP_WORDING, QZZX: QZZX_WORDING, SDHZ: SDHZ_WORDING, SDQR: SDQR_WORDING, SJDX: SJDX_WORDING,
  SPTP: SPTP_WORDING, SSBL: SSBL_WORDING, SSFH: SSFH_WORDING, TGTZ: TGTZ_WORDING, TZBG: TZBG_WORDING, TZBL: TZBL_WORDING, TZGG: TZGG_WORDING, TZGZ: TZGZ_WORDING,
  TZSL: TZSL_WORDING, TZTZ: TZTZ_WORDING, VOLUME: VOLUME_WORDING, XCJC: XCJC_WORDING, XWBL: XWBL_WORDING, XZXC: XZXC_WORDING, YCCF: YCCF_WORDING, YCHC: YCHC_WORDING,
  YQFQ: YQFQ_WORDING, YQPZ: YQPZ_WORDING, YQSP: YQSP_WORDING, YQSPB: YQSPB_WORDING, YSH: YSH_WORDING, YSHZ: YSHZ_WORDING, YSQD: YSQD_WORDING, YSSP: YSSP_WORDING,
  YSSX: YSSX_WORDING, ZDBA: ZDBA_WORDING, ZGTZ: ZGTZ_WORDING, ZJTQ: ZJTQ_WORDING, ZXXY: ZXXY_WORDING, ZZDC: ZZDC_WORDING,
} as const;
export type WordingSet = keyof typeof WORDINGS;
export const WORDING_SETS = Object.keys(WORDINGS) as [WordingSet, ...WordingSet[]];

export function isWordingSet(key: string): key is WordingSet {
  return Object.hasOwn(WORDINGS, key);
}

/** The built-in versions of a set, whatever its keys are called. */
export function builtInVersions(set: WordingSet): readonly [Wording<string>, ...Wording<string>[]] {
  return WORDINGS[set];
}
