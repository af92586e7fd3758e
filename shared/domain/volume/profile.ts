import type { DocumentCode } from '../document/document-file.ts';
import type { EvidenceKind } from '../evidence/evidence.ts';

/** 正卷 is open to the party and the court; 副卷 holds what is internal (domain notes §2.6). */
export const VOLUMES = { main: '正卷', sub: '副卷' } as const;
export type VolumeKey = keyof typeof VOLUMES;

/** One heading of the order of a volume. A 送达回证 always follows the paper it proves. */
export interface VolumeSection {
  readonly title: string;
  readonly volume: VolumeKey;
  /** Kinds of document, in their order; within a kind by date. */
  readonly codes: readonly DocumentCode[];
  /** Kinds of evidence, after the documents. */
  readonly evidence: readonly EvidenceKind[];
}

export interface VolumeProfile {
  readonly title: string;
  readonly source: string;
  /** Under a heading: kind by kind as listed, or everything by its day. */
  readonly order: 'listed' | 'time';
  readonly sections: readonly VolumeSection[];
}

function section(volume: VolumeKey, title: string, codes: readonly DocumentCode[], evidence: readonly EvidenceKind[] = []): VolumeSection {
  return { volume, title, codes, evidence };
}

const SERVED_ORDERS: readonly DocumentCode[] = ['ZGTZ', 'TGTZ', 'FGTZ', 'FCJL', 'JYS', 'CFKY', 'YCCF', 'JCCF', 'DJTZ', 'DJCL', 'GZS', 'TZGZ', 'HBSQ', 'YQPZ', 'JCFK', 'BZTZ', 'BGCX', 'JZGZ', 'SDQR', 'GGSD'];
const RECORDS: readonly DocumentCode[] = ['JCTZ', 'XCJC', 'KYBL', 'CYQZ', 'QZBL', 'XWBL', 'DCTZ', 'ZJTQ', 'DZSJ', 'SPTP', 'JDWT', 'JDQJ', 'XZXC', 'JGGZ', 'ZWD'];
const HEARING: readonly DocumentCode[] = ['TZSL', 'TZBS', 'TZTZ', 'TZGG', 'TZBL'];
const EXECUTION: readonly DocumentCode[] = ['YQFQ', 'ZXXY', 'CGS', 'QZZX'];
const APPROVALS: readonly DocumentCode[] = ['JCSP', 'SJDX', 'YCHC', 'DJSP', 'QZSP', 'ZZDC', 'YQSP', 'GZSP', 'CFSP', 'YQSPB', 'YSSP', 'CXLA', 'BYLA'];

/** Two volumes, as practice binds them. */
const TWO_VOLUMES: VolumeProfile = {
  title: '正卷、副卷',
  source: '案卷立卷惯例：对外材料入正卷，内部材料入副卷',
  order: 'listed',
  sections: [
    section('main', '立案', ['LASP']),
    section('main', '处罚决定', ['CFJD', 'DCCF', 'BYCF', 'YSSX', 'YSH', 'YSQD', 'YSHZ', 'BYGZ']),
    section('main', '其他送达文书', SERVED_ORDERS),
    section('main', '证据材料', RECORDS, ['statement', 'documentary', 'testimony', 'appraisal', 'record', 'electronic', 'audiovisual', 'physical']),
    section('main', '陈述申辩', ['SSBL', 'FQSM']),
    section('main', '听证材料', HEARING),
    section('main', '缴款票据', ['FMPJ']),
    section('main', '执行材料', EXECUTION),
    section('main', '结案', ['JASP']),
    section('sub', '案件来源', ['AYDJ', 'HCQK']),
    section('sub', '调查终结报告', ['DCZJ']),
    section('sub', '内部审批', APPROVALS),
    section('sub', '陈述申辩复核', ['SSFH']),
    section('sub', '法制审核', ['FZSH']),
    section('sub', '听证报告', ['TZBG']),
    section('sub', '集体讨论', ['JTTL']),
    section('sub', '备案', ['ZDBA']),
  ],
};

/** Eight classes in order of time, one volume (ministry's procedure rules; its article number is unverified). */
const EIGHT_CLASSES: VolumeProfile = {
  title: '八类材料，合订一卷',
  source: '住房和城乡建设行政处罚程序规定（立卷归档，条文号未核实）',
  order: 'time',
  sections: [
    section('main', '案源和立案', ['AYDJ', 'HCQK', 'YCHC', 'LASP', 'BYLA', 'BYGZ', 'CXLA', 'HBSQ']),
    section('main', '调查终结、告知、决定和送达', ['DCZJ', 'GZSP', 'GZS', 'TZGZ', 'CFSP', 'CFJD', 'DCCF', 'BYCF', 'BGCX', 'BZTZ', 'JZGZ', 'SDQR', 'GGSD']),
    section('main', '证据', ['JCSP', 'SJDX', ...RECORDS, 'ZGTZ', 'TGTZ', 'FGTZ', 'FCJL', 'JYS', 'DJSP', 'DJTZ', 'DJCL', 'QZSP', 'CFKY', 'YCCF', 'JCCF'], ['statement', 'documentary', 'testimony', 'appraisal', 'record', 'electronic', 'audiovisual', 'physical']),
    section('main', '陈述申辩', ['SSBL', 'FQSM']),
    section('main', '听证', [...HEARING, 'TZBG']),
    section('main', '复核、法制审核、集体讨论', ['SSFH', 'FZSH', 'JTTL']),
    section('main', '执行和票据', ['FMPJ', 'YQSPB', 'YQPZ', 'JCFK', ...EXECUTION]),
    section('main', '其他材料', ['ZZDC', 'YQSP', 'YSH', 'YSQD', 'YSHZ', 'YSSP', 'YSSX', 'ZDBA', 'JASP']),
  ],
};

export const VOLUME_PROFILES = { 'two-volumes': TWO_VOLUMES, 'eight-classes': EIGHT_CLASSES } as const satisfies Record<string, VolumeProfile>;
export type VolumeProfileKey = keyof typeof VOLUME_PROFILES;
export const VOLUME_PROFILE_KEYS = Object.keys(VOLUME_PROFILES) as [VolumeProfileKey, ...VolumeProfileKey[]];

/** Papers of the volume itself, made when it is bound: never items of it. */
export const BINDING_CODES: readonly DocumentCode[] = ['JF', 'JNML', 'BKB'];
