import { fail, ok, type AppError, type Result } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import type { Officer, Role } from '../officer/officer.ts';
import { FULL_SCORE, type Score, type ScoreItem } from '../volume/score.ts';

/** 案卷评查: who may draw a sample and score volumes. */
const REVIEWER_ROLES = ['legal-reviewer', 'leader', 'bureau-head'] as const satisfies readonly Role[];

export const SCORE_PARTS = { veto: '一票否决项', content: '内容（80分）', form: '形式（20分）' } as const satisfies Record<ScoreItem['part'], string>;

/** What a reviewer found at one item of the checklist. */
export interface Mark {
  readonly pass: boolean;
  readonly note: string;
}
export type Marks = Readonly<Record<string, Mark>>;

export function isReviewer(officer: Pick<Officer, 'roles'>): boolean {
  return REVIEWER_ROLES.some((role) => officer.roles.includes(role));
}

/** Whoever investigated, reviewed or approved the case does not score its volume. */
export function tookPart(file: Pick<CaseFile, 'officerIds' | 'formerOfficerIds' | 'reviews' | 'approvals'>, officerId: string): boolean {
  return file.officerIds.includes(officerId) || (file.formerOfficerIds ?? []).includes(officerId)
    || file.reviews.some((review) => review.reviewerId === officerId) || file.approvals.some((approval) => approval.officerId === officerId);
}

/**
 * Whether the marks may be kept: only items of the checklist, a reason at every deduction and wherever the machine's
 * finding is overruled; and, to finish, an answer at every item that only a person can judge. `automatic` is the score without marks.
 */
export function checkMarks(automatic: Score, marks: Marks, finished: boolean): Result<null> {
  const items = new Map(automatic.items.map((item) => [item.key, item]));
  for (const [key, mark] of Object.entries(marks)) {
    const item = items.get(key);
    if (item === undefined) return fail(invalid(key, '评查项目不在评查表中，请刷新后重试。'));
    if (finished && mark.note.trim() === '' && needsReason(item, mark)) return fail(invalid(key, `「${item.title}」${mark.pass ? '与系统检查结果不同' : '判为不合格'}，请写明理由。`));
  }
  const open = automatic.items.filter((item) => item.result === 'manual' && marks[item.key] === undefined);
  if (finished && open[0] !== undefined) return fail(invalid(open[0].key, `还有${open.length}项没有评查：${open.map((item) => item.title).join('、')}。`));
  return ok(null);
}

export function needsReason(item: ScoreItem, mark: Mark): boolean {
  return !mark.pass || item.result === 'fail';
}

function invalid(path: string, message: string): AppError {
  return { code: 'FIELD_INVALID', message, details: { path } };
}

/** The score as the marks leave it, while they are being made. */
export function withMarks(automatic: readonly ScoreItem[], marks: Marks): Score {
  const items = automatic.map((item) => {
    const mark = marks[item.key];
    return mark === undefined ? item : { ...item, result: mark.pass ? 'pass' as const : 'fail' as const, note: mark.note };
  });
  const failed = items.filter((item) => item.result === 'fail');
  return { items, points: FULL_SCORE - failed.reduce((lost, item) => lost + item.points, 0), rejected: failed.some((item) => item.part === 'veto') };
}

/** `92 分`; a veto item outweighs every score. */
export function verdictText({ points, rejected }: Pick<Score, 'points' | 'rejected'>): string {
  return rejected ? `${points} 分，不合格（一票否决）` : `${points} 分`;
}
