import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import {
  type CourtEnforcement, EXCLUSION_KINDS, type Hearing, type HearingReport, NO_PENALTY_GROUNDS, REMEDY_RESULTS, type Remedy, type Transfer,
} from '#shared/domain/case-file/side-lines.ts';
import { type Loan, RETENTIONS } from '#shared/domain/case-file/archive.ts';
import { EXECUTION_END_GROUNDS, RULINGS, SUSPENSION_GROUNDS } from '#shared/domain/procedure/grounds.ts';

export type SideKey = 'payments' | 'hearing' | 'measures' | 'exclusions' | 'outcome' | 'summary' | 'deferral' | 'enforcement' | 'remedies' | 'publication' | 'linked' | 'archive';

export function hasLinks(file: Pick<CaseFile, 'linkedCases'>): boolean {
  return (file.linkedCases ?? []).length > 0;
}

/** Whether a case took a side line. */
export const SIDE_LINES: Readonly<Record<SideKey, (file: CaseFile) => boolean>> = {
  payments: (file) => file.decided !== null || file.payments.length > 0,
  hearing: (file) => file.hearing !== undefined,
  measures: (file) => (file.measures ?? []).length > 0,
  exclusions: (file) => exclusionRows(file).length > 0 || file.extensionDays.length > 0,
  outcome: (file) => file.noPenaltyGround !== undefined || file.transfer !== undefined,
  summary: (file) => file.summary !== undefined,
  deferral: (file) => file.deferral !== undefined,
  enforcement: (file) => (file.demands ?? []).length > 0 || file.court !== undefined || file.agreement !== undefined,
  remedies: (file) => (file.remedies ?? []).length > 0 || (file.formerDecisions ?? []).length > 0,
  publication: (file) => file.publication !== undefined,
  linked: hasLinks,
  archive: (file) => file.archive !== undefined,
};

/** One line of what is known: a name and its value; empty values are left out. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

function facts(entries: readonly (readonly [string, string | null | undefined])[]): readonly Fact[] {
  return entries.flatMap(([label, value]) => (value === null || value === undefined || value === '' ? [] : [{ label, value }]));
}

function minute(value: string | null): string | null {
  return value === null ? null : value.replace('T', ' ');
}

export const ADVICE: Readonly<Record<HearingReport['advice'], string>> = {
  uphold: '维持拟处罚意见', reduce: '从轻、减轻处罚', drop: '不予处罚', renotify: '重新告知', reinvestigate: '补充调查',
};

/** What stage a hearing has reached, in a word. */
export function hearingState(hearing: Hearing): string {
  if (hearing.accepted === null) return '等待答复';
  if (!hearing.accepted) return hearing.refusalReason === '当事人撤回听证要求' ? '已撤回' : '不予受理';
  if (hearing.report !== null) return '已结束';
  if (hearing.recordedAt !== undefined) return hearing.partyAbsent ? '当事人缺席' : '已举行';
  if (hearing.heldAt === null) return '待定时间';
  return hearing.noticeServedOn === null ? '待送达通知' : '待举行';
}

export function hearingFacts(hearing: Hearing): readonly Fact[] {
  const { report } = hearing;
  return facts([
    ['提出日期', `${hearing.requestedOn}（${hearing.requestEvidenceId === null ? '口头' : '书面'}）`],
    ['不予受理理由', hearing.accepted === false ? hearing.refusalReason : null],
    ['主持人', hearing.hostName], ['记录员', hearing.recorderName],
    ['听证时间', minute(hearing.heldAt)], ['听证地点', hearing.place], ['听证方式', hearing.heldAt === null ? null : hearing.public ? '公开' : '不公开'],
    ['通知书送达', hearing.noticeServedOn],
    ['举行情况', hearing.recordedAt === undefined ? null : hearing.partyAbsent ? '当事人无正当理由缺席，视为放弃听证权利' : '已举行'],
    ['报告日期', report?.reportedOn], ['听证意见', report === null ? null : ADVICE[report.advice]], ['认定事实', report?.findings],
  ]);
}

export interface ExclusionRow {
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
}

/** What stands outside the 90 days, oldest first: suspensions, hearing, test, appraisal, publication. */
export function exclusionRows(file: Pick<CaseFile, 'suspensions' | 'exclusions'>): readonly ExclusionRow[] {
  const grounds: Readonly<Record<string, string>> = SUSPENSION_GROUNDS;
  const rows = [
    ...file.suspensions.map(({ from, to, ground }) => ({ name: `中止：${grounds[ground] ?? ground}`, from, to })),
    ...(file.exclusions ?? []).map(({ kind, from, to }) => ({ name: EXCLUSION_KINDS[kind], from, to })),
  ];
  return rows.sort((one, other) => one.from.localeCompare(other.from));
}

export function noPenaltyText(file: Pick<CaseFile, 'noPenaltyGround'>): string {
  return file.noPenaltyGround === undefined ? '' : NO_PENALTY_GROUNDS[file.noPenaltyGround];
}

/** Whether it was asked for, decided, moved, answered. */
export function transferState(transfer: Transfer): string {
  if (transfer.outcome !== null) return transfer.outcome === 'accepted' ? '对方已受理' : '对方已退回';
  if (transfer.movedAt !== null) return '已移交，待答复';
  return transfer.decidedAt === null ? '待决定' : '待移交';
}

export function transferFacts(transfer: Transfer, nameOf: (officerId: string) => string): readonly Fact[] {
  return facts([
    ['种类', transfer.kind === 'police' ? '移送公安机关（涉嫌犯罪）' : '移送有管辖权的机关'], ['受移送机关', transfer.receivingBody],
    ['专案组', transfer.teamOfficerIds.map(nameOf).join('、')], ['报告日期', transfer.reportedOn], ['决定时间', minute(transfer.decidedAt)],
    ['移交时间', minute(transfer.movedAt)], ['迟延原因', transfer.lateReason], ['答复日期', transfer.outcomeOn],
    ['移送理由', transfer.ground], ['移送材料', transfer.materials.join('；')],
  ]);
}

export function summaryFacts(summary: NonNullable<CaseFile['summary']>): readonly Fact[] {
  return facts([
    ['处罚时间', minute(summary.decidedAt)], ['处罚地点', summary.place], ['缴纳方式', summary.collection === 'spot' ? '当场收缴' : '十五日内到银行缴纳'],
    ['上缴日期', summary.handedInOn], ['报备日期', summary.reportedOn], ['陈述申辩', summary.defenceHeard],
  ]);
}

export function courtFacts(court: CourtEnforcement): readonly Fact[] {
  const grounds: Readonly<Record<string, string>> = EXECUTION_END_GROUNDS;
  return facts([
    ['人民法院', court.court], ['申请日期', court.appliedOn], ['受理日期', court.acceptedOn], ['裁定日期', court.ruledOn], ['裁定结果', court.ruling === null ? null : RULINGS[court.ruling]],
    ['中止执行', court.stoppedOn], ['终结执行', court.endedOn], ['终结情形', grounds[court.endGround] ?? court.endGround],
  ]);
}

export function remedyOutcome(remedy: Remedy): string {
  if (remedy.endedOn === null) return remedy.stay ? '进行中，停止执行' : '进行中';
  return `${remedy.result === null ? '终结' : REMEDY_RESULTS[remedy.result]}（${remedy.endedOn}）`;
}

/** Where the volume is: with whom and until when, or back on its shelf. */
function loanText(loans: readonly Loan[]): string {
  const out = loans.find((loan) => loan.returnedOn === null);
  if (out !== undefined) return `借出：${out.borrower}${out.unit === '' ? '' : `（${out.unit}）`}，${out.dueOn} 前归还`;
  return loans.length === 0 ? '' : `在库，曾借阅 ${loans.length} 次`;
}

export function archiveFacts(archive: NonNullable<CaseFile['archive']>): readonly Fact[] {
  return facts([
    ['档号', archive.archiveNo], ['归档日期', archive.archivedOn], ['保管期限', RETENTIONS[archive.retention]], ['页数', String(archive.pages)], ['归档人', archive.archivistName],
    ['借阅', loanText(archive.loans ?? [])],
  ]);
}

export function publicationFacts(publication: NonNullable<CaseFile['publication']>): readonly Fact[] {
  return facts([['公示日期', publication.publishedOn], ['公示平台', publication.places.join('、')], ['撤下日期', publication.takenDownOn], ['撤下理由', publication.takenDownReason]]);
}
