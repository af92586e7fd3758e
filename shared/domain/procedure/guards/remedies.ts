import type { AppError } from '../../../contract/result.ts';
import type { CaseFile } from '../../case-file/case-file.ts';
import { chineseDate } from '../../time-limit/days.ts';
import { ARTICLES } from '../articles.ts';
import { standingEvidence } from './facts.ts';
import { deviatesFromTier, isBelowMinimum } from '../../money/fine-range.ts';
import { changedPenalty } from '../effects/rounds.ts';
import { type Guard, textOf, violationOf } from './guard.ts';

function runningRemedy(file: CaseFile): NonNullable<CaseFile['remedies']>[number] | undefined {
  return (file.remedies ?? []).find((remedy) => remedy.endedOn === null);
}

export const noRemedyRunning: Guard = ({ file }) => {
  const remedy = runningRemedy(file);
  if (remedy === undefined) return null;
  const kind = remedy.kind === 'suit' ? '行政诉讼' : '行政复议';
  return { code: 'REMEDY_RUNNING', message: `${kind}（${remedy.organ}）尚未终结，终结前不能办理这一步。`, article: ARTICLES.court };
};

export const remedyDated: Guard = ({ file, context, data }) => {
  if (file.decidedOn === null) return { code: 'STEP_NOT_ALLOWED', message: '本案没有作出决定，不能登记行政复议、行政诉讼。' };
  if (data === null) return null;
  const on = textOf(data, 'acceptedOn');
  if (on >= file.decidedOn && on <= context.today) return null;
  return { code: 'DATES_OUT_OF_ORDER', message: `受理日期应在作出决定之日（${chineseDate(file.decidedOn)}）至今天之间，请核对。`, details: { path: 'acceptedOn' } };
};

export const remedyOpen: Guard = ({ file }) => (runningRemedy(file) === undefined ? { code: 'STEP_NOT_ALLOWED', message: '没有正在进行的行政复议、行政诉讼。' } : null);

/** Results that make the decision another one, or none: they are read from the paper itself. */
const ALTERING: ReadonlySet<string> = new Set(['changed', 'revoked', 'void', 'redo']);

export const remedyEnded: Guard = ({ file, context, data }) => {
  if (data === null) return null;
  const remedy = (file.remedies ?? []).find((each) => each.id === data['remedyId'] && each.endedOn === null);
  if (remedy === undefined) return { code: 'FIELD_INVALID', message: '所选的行政复议、行政诉讼不在进行中，请重新选择。', details: { path: 'remedyId' } };
  const on = textOf(data, 'endedOn');
  if (on < remedy.acceptedOn || on > context.today) return { code: 'DATES_OUT_OF_ORDER', message: `日期应在受理之日（${chineseDate(remedy.acceptedOn)}）至今天之间，请核对。`, details: { path: 'endedOn' } };
  const evidenceId = textOf(data, 'evidenceId');
  if (evidenceId === '') return ALTERING.has(textOf(data, 'result')) ? { code: 'EVIDENCE_MISSING', message: '复议、诉讼结果改变处罚决定的，请先把复议决定书、裁判文书添加到证据，再登记。', article: ARTICLES.stay, details: { path: 'evidenceId' } } : null;
  if (standingEvidence(file).some((evidence) => evidence.id === evidenceId)) return null;
  return { code: 'EVIDENCE_MISSING', message: '所选的文书不在卷内或者已撤回，请重新选择。', details: { path: 'evidenceId' } };
};

export const penaltyDecided: Guard = ({ file }) => (file.decided === null || file.decidedOn === null ? { code: 'STEP_NOT_ALLOWED', message: '本案没有处罚决定可以变更或者撤销。', article: ARTICLES.revision } : null);

/** Whether a remedy is directed against the decision that stands, not one the bureau has already made anew. */
export function againstStanding(file: Pick<CaseFile, 'decidedOn'>, remedy: { readonly acceptedOn: string } | undefined): boolean {
  return remedy !== undefined && file.decidedOn !== null && remedy.acceptedOn >= file.decidedOn;
}

/** A changed decision is lighter than the one it takes the place of: heavier would need a new notice. */
export const changedPenaltyLighter: Guard = ({ file, data }) => {
  if (data === null || data['result'] !== 'changed') return null;
  const { decided } = file;
  if (data['remedyId'] !== undefined && !againstStanding(file, file.remedies?.find((each) => each.id === data['remedyId']))) return null;
  const refuse = (message: string, path: string): AppError => ({ code: 'PENALTY_HEAVIER_THAN_NOTIFIED', message, article: ARTICLES.defence, details: { path } });
  if (decided === null) return { code: 'STEP_NOT_ALLOWED', message: '本案没有处罚，不能登记变更。', article: ARTICLES.revision };
  const [fine, confiscation] = [Number(data['fineFen'] ?? decided.fineFen), Number(data['confiscationFen'] ?? decided.confiscationFen)];
  if (fine > decided.fineFen) return refuse('变更后的罚款高于原决定。需要加重的，应当重新告知、重新作出决定。', 'fineFen');
  if (fine === 0 && confiscation === 0 && decided.kinds.every((kind) => kind === 'fine' || kind === 'confiscation')) {
    return { code: 'FIELD_INVALID', message: '变更后没有任何处罚。不再给予处罚的，请选择“撤销”。', article: ARTICLES.revision, details: { path: 'fineFen' } };
  }
  if (confiscation > decided.confiscationFen) return refuse('变更后的没收数额高于原决定。需要加重的，应当重新告知、重新作出决定。', 'confiscationFen');
  if (fine < decided.fineFen || confiscation < decided.confiscationFen) return null;
  return { code: 'FIELD_INVALID', message: '变更后的处罚与原决定相同，请填写变更后的数额。', details: { path: 'fineFen' } };
};

/**
 * What the bureau changes by itself stays within the article and the tier: less needs the collective (art. 57(2)), and so a
 * decision made anew. A court or reconsideration organ answers for its own figure.
 */
export const revisionInRange: Guard = (input) => {
  const { file, data } = input;
  const violation = violationOf(input);
  if (data === null || data['result'] !== 'changed' || file.decided === null || violation === null) return null;
  const penalty = changedPenalty(file.decided, data);
  if (!isBelowMinimum(penalty, file.discretion, violation) && !deviatesFromTier(penalty, file.discretion, violation)) return null;
  return { code: 'COLLECTIVE_DISCUSSION_REQUIRED', message: '变更后的处罚低于法定下限或者偏离裁量档次，须经负责人集体讨论，不能直接变更。请选择“撤销并重新作出”。', article: ARTICLES.discussion, details: { path: 'fineFen' } };
};

export const publishable: Guard = ({ file, context, data }) => {
  const refuse = (message: string): AppError => ({ code: 'PUBLICATION_NOT_ALLOWED', message, article: ARTICLES.publication });
  if (file.decidedOn === null || file.decided === null) return refuse('没有生效的行政处罚决定，不能公示。');
  if (file.servedOn === null) return refuse('处罚决定书尚未送达，送达后再公示。');
  if (file.publication !== undefined && file.publication.takenDownOn === null) return refuse(`处罚决定已于${chineseDate(file.publication.publishedOn)}公示。`);
  if (data === null) return null;
  const on = textOf(data, 'publishedOn');
  return on >= file.decidedOn && on <= context.today ? null : { code: 'DATES_OUT_OF_ORDER', message: '公示日期应在作出决定之日至今天之间，请核对。', details: { path: 'publishedOn' } };
};

export const published: Guard = ({ file, context, data }) => {
  if (file.publication === undefined || file.publication.takenDownOn !== null) return { code: 'STEP_NOT_ALLOWED', message: '本案没有正在公示的处罚决定。', article: ARTICLES.publication };
  if (data === null) return null;
  const on = textOf(data, 'takenDownOn');
  return on >= file.publication.publishedOn && on <= context.today ? null : { code: 'DATES_OUT_OF_ORDER', message: '撤下日期应在公示之日至今天之间，请核对。', details: { path: 'takenDownOn' } };
};
