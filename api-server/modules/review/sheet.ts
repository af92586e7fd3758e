import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { caseTitle, type CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { Officer } from '#shared/domain/officer/officer.ts';
import { isReviewer, tookPart } from '#shared/domain/review/review.ts';
import { missingPapers } from '#shared/domain/volume/missing.ts';
import { type Score, scoreVolume } from '#shared/domain/volume/score.ts';
import type { EntryRow, RoundRow } from './repository.ts';

type Round = HttpOutput<'createReviewRound'>;
type Sheet = HttpOutput<'reviewSheet'>;

export function toRound(row: RoundRow): Round {
  return {
    id: row.id, title: row.title, seed: row.seed, district: row.district as Round['district'], channel: row.channel, from: row.registered_from, to: row.registered_to,
    size: row.size, finished: row.finished, rejected: row.failed, createdBy: row.created_by_name, createdAt: row.created_at.toISOString(),
  };
}

/** The score with the marks over it; once finished the one that was frozen, whatever becomes of the case. */
export function scoreOf(entry: EntryRow): Score {
  if (entry.items !== null && entry.points !== null) return { items: entry.items, points: entry.points, rejected: entry.rejected };
  return scoreVolume(entry.body, missingPapers(entry.body), entry.marks);
}

export function automaticScore(file: CaseFile): Score {
  return scoreVolume(file, missingPapers(file));
}

export function toEntry(entry: EntryRow): Sheet['entry'] {
  const { body } = entry;
  const score = scoreOf(entry);
  return {
    caseId: entry.case_id, position: entry.position, caseNo: body.caseNo, title: caseTitle(body), channel: body.channel, district: body.district,
    reviewer: entry.reviewer_name, points: entry.reviewer_id === null ? null : score.points, rejected: entry.reviewer_id !== null && score.rejected,
    finishedAt: entry.finished_at?.toISOString() ?? null,
    faults: entry.reviewer_id === null ? [] : score.items.filter((item) => item.result === 'fail').map((item) => (item.note === '' ? item.title : `${item.title}：${item.note}`)),
  };
}

export function toSheet(entry: EntryRow, officer: Officer): Sheet {
  return {
    entry: toEntry(entry), rev: entry.rev, marks: { ...entry.marks }, comment: entry.comment, writable: refusalTo(entry, officer) === null,
    automatic: [...(entry.finished_at === null ? automaticScore(entry.body) : scoreOf(entry)).items],
  };
}

/** Why the officer may not mark the volume, as a sentence; `null` when he may. */
export function refusalTo(entry: EntryRow, officer: Officer): string | null {
  if (entry.finished_at !== null) return '本案卷已经评查完毕，结果不能再改。需要重评的，请另建一轮评查。';
  if (!isReviewer(officer)) return '只有法制审核员和负责人可以评查案卷。';
  if (tookPart(entry.body, officer.id)) return '您参与过本案的办理、审核或者审批，不能评查本案案卷，请由其他人员评查。';
  return entry.reviewer_id === null || entry.reviewer_id === officer.id ? null : `本案卷正由${entry.reviewer_name ?? '其他人员'}评查。`;
}
