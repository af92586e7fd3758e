import type { Evidence, EvidenceKind } from './evidence.ts';

/** What one kind of evidence is to be described by, beside what all are. */
export interface Particular {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  /** Choices; absent: free text. */
  readonly options?: readonly string[];
  /** What a reviewer of the volume looks for: shown as missing while empty, and never invented. */
  readonly expected: boolean;
  /** Only where the exhibit has a file that plays. */
  readonly recordingOnly?: boolean;
}

/** Stages that the record of the whole process (全过程记录; Administrative Penalty Law, art. 47) tells apart. */
const RECORDED_STEPS = ['启动', '调查取证', '审核', '决定', '送达', '执行', '听证', '查封、扣押'] as const;
export type RecordedStep = (typeof RECORDED_STEPS)[number];

const PARTICULARS: Readonly<Record<EvidenceKind, readonly Particular[]>> = {
  documentary: [
    { key: 'form', label: '原件或者复制件', options: ['原件', '复制件，与原件核对一致', '抄录件', '节录本'], expected: true },
    { key: 'source', label: '出处和原件保管人', help: '复制件写明原件存放在哪里、由谁保管。', expected: true },
    { key: 'pages', label: '页数', expected: false },
  ],
  physical: [
    { key: 'keeper', label: '保管人', expected: true },
    { key: 'storedAt', label: '存放地点', expected: true },
    { key: 'quantity', label: '规格和数量', expected: false },
    { key: 'condition', label: '状态', help: '例如：完好，已贴封条。', expected: false },
  ],
  audiovisual: [
    { key: 'duration', label: '时长', expected: true, recordingOnly: true },
    { key: 'medium', label: '原始载体', help: '例如：执法记录仪 DSJ-01 号存储卡，存支队档案室。', expected: true },
    { key: 'records', label: '记录的环节', options: RECORDED_STEPS, expected: false },
  ],
  electronic: [
    { key: 'device', label: '原始存储介质（设备）', help: '名称、品牌型号、序列号。', expected: true },
    { key: 'path', label: '数据来源和路径', help: '系统名称、账号、网址或者存储路径。', expected: true },
    { key: 'tool', label: '提取工具和版本', expected: true },
    { key: 'timeSource', label: '时间校准情况', help: '例如：与国家授时中心标准时间一致。', expected: true },
  ],
  testimony: [
    { key: 'witness', label: '证人', expected: true },
    { key: 'relation', label: '与当事人的关系', expected: true },
  ],
  statement: [
    { key: 'speaker', label: '陈述人', expected: true },
    { key: 'capacity', label: '身份或者职务', expected: false },
  ],
  appraisal: [
    { key: 'institution', label: '鉴定（检测）机构', expected: true },
    { key: 'reportNo', label: '编号', expected: true },
    { key: 'issuedOn', label: '出具日期', expected: false },
    { key: 'conclusion', label: '结论', expected: false },
  ],
  record: [
    { key: 'site', label: '勘验（检查）地点', expected: true },
    { key: 'witness', label: '见证人', help: '当事人不到场或者拒绝签名的，应当有见证人。', expected: false },
  ],
};

function plays(mime: string): boolean {
  return mime.startsWith('audio/') || mime.startsWith('video/');
}

/** The particulars that this exhibit is asked for: a photo has no length. */
export function particularsOf(evidence: Pick<Evidence, 'kind' | 'file'>): readonly Particular[] {
  return PARTICULARS[evidence.kind].filter((each) => each.recordingOnly !== true || (evidence.file !== null && plays(evidence.file.mime)));
}

const ALL: ReadonlyMap<string, Particular> = new Map(Object.values(PARTICULARS).flat().map((each) => [each.key, each]));

export function isParticular(key: string): boolean {
  return ALL.has(key);
}

export function particularLabel(key: string): string {
  return ALL.get(key)?.label ?? key;
}

/** Labels of what its kind asks for and nobody has written. */
export function missingParticulars(evidence: Pick<Evidence, 'kind' | 'file' | 'particulars'>): readonly string[] {
  return particularsOf(evidence).filter((each) => each.expected && (evidence.particulars?.[each.key] ?? '').trim() === '').map((each) => each.label);
}
