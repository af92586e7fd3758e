/** The three parts of a project's life; each has systems of its own. */
export const FACT_PHASES = { early: '项目前期', site: '施工现场', completion: '竣工验收' } as const;
export type FactPhase = keyof typeof FACT_PHASES;

/** Kinds of fact, in the order of a project's life. */
export const FACT_KINDS = {
  approval: { label: '立项（备案）', phase: 'early' },
  planning: { label: '建设工程规划许可', phase: 'early' },
  drawings: { label: '施工图审查', phase: 'early' },
  'fire-design': { label: '消防设计审查', phase: 'early' },
  permit: { label: '施工许可', phase: 'early' },
  supervision: { label: '质量安全监督计划', phase: 'site' },
  party: { label: '责任主体', phase: 'site' },
  visit: { label: '监督抽查', phase: 'site' },
  hazard: { label: '危大工程', phase: 'site' },
  crane: { label: '起重机械', phase: 'site' },
  acceptance: { label: '竣工验收', phase: 'completion' },
  'fire-acceptance': { label: '消防验收', phase: 'completion' },
  filing: { label: '竣工验收备案', phase: 'completion' },
  archive: { label: '档案移交', phase: 'completion' },
} as const satisfies Record<string, { readonly label: string; readonly phase: FactPhase }>;
export type FactKind = keyof typeof FACT_KINDS;
export const FACT_KIND_KEYS = Object.keys(FACT_KINDS) as [FactKind, ...FactKind[]];
export const FACT_LABELS = Object.fromEntries(FACT_KIND_KEYS.map((kind) => [kind, FACT_KINDS[kind].label])) as Readonly<Record<FactKind, string>>;

/** 五方责任主体, in their usual order. */
export const RESPONSIBLE_PARTIES = ['建设单位', '勘察单位', '设计单位', '施工单位', '监理单位'] as const;

/** One thing that another system knows of a project. Dates `YYYY-MM-DD` or empty. */
export interface FactBody {
  /** What it is about, e.g. `施工单位`, `3号塔式起重机`. */
  readonly title: string;
  /** Number of the permit, record or report. */
  readonly no: string;
  readonly on: string;
  readonly until: string;
  /** Unit that did it or answers for it. */
  readonly unit: string;
  readonly creditCode: string;
  readonly person: string;
  /** How it stands, in the source's words, e.g. `合格`, `在用`. */
  readonly state: string;
  readonly note: string;
}

/** A fact with its stamp: from which system, under which id there, and when it was fetched (ISO instant). */
export interface ProjectFact extends FactBody {
  readonly id: string;
  readonly kind: FactKind;
  readonly sourceSystem: string;
  readonly sourceRef: string;
  readonly fetchedAt: string;
}
