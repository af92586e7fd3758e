import type { AppError } from '../../../contract/result.ts';
import { type CaseFile, PENALTY_KINDS, type Penalty } from '../../case-file/case-file.ts';
import { discussionRequired, reachesHearingThreshold } from '../../case-file/hearing.ts';
import { formatYuan } from '../../money/amount.ts';
import { checkFine, needsLapsedOrder } from '../../money/fine-range.ts';
import { isMinor } from '../../party/check.ts';
import { chineseDate } from '../../time-limit/days.ts';
import { lawOf } from '../../violation/versions.ts';
import { ARTICLES } from '../articles.ts';
import { type Guard, violationOf } from './guard.ts';

export const penaltyInRange: Guard = ({ file, context }) => {
  const law = lawOf(context, file);
  if (file.proposed === null) return { code: 'DISCRETION_INCOMPLETE', message: '拟作出的处罚未填写，请先填写处罚种类和金额。', article: ARTICLES.discretion, details: { path: 'proposed' } };
  if (law === null) return { code: 'DISCRETION_INCOMPLETE', message: '尚未选择违法行为，无法核对处罚幅度。', article: ARTICLES.discretion, details: { path: 'violationId' } };
  return law.refusal ?? minorRefusal(file, context.today) ?? checkFine(file.proposed, file.discretion, law.violation);
};

/** A minor is punished more lightly: the heaviest tier is never that (art. 30). */
function minorRefusal(file: CaseFile, today: string): AppError | null {
  if (file.discretion.tier !== 'heavy' || !isMinor(file.party, file.actOn, today)) return null;
  return {
    code: 'DISCRETION_INCOMPLETE', message: '当事人在违法行为发生时已满十四周岁不满十八周岁，应当从轻或者减轻行政处罚，不能选择“严重”档次。请选择较轻的档次；减轻处罚的，写明理由并经集体讨论。',
    article: ARTICLES.age, details: { path: 'discretion.tier' },
  };
}

/** The order is in the volume: served from it on that day, or scanned in from an earlier inspection. */
function orderProven(file: CaseFile, servedOn: string): boolean {
  const served = file.services.some((service) => service.servedAt.slice(0, 10) === servedOn && file.documents.some((document) => document.id === service.documentId && (document.code === 'ZGTZ' || document.code === 'TGTZ')));
  return served || file.evidence.some((evidence) => evidence.withdrawn === null && /责令.*改正|责改/u.test(evidence.title));
}

/** 逾期后罚: a fine only after a corrective order was served, its term lapsed and a re-check found it not obeyed. */
export const correctionFirst: Guard = (input) => {
  const { file, context } = input;
  const violation = violationOf(input);
  if (violation === null || !needsLapsedOrder(violation, file.discretion.stage) || file.proposed?.kinds.includes('fine') !== true) return null;
  const order = file.correctiveOrder;
  const refuse = (message: string): AppError => ({ code: 'CORRECTION_REQUIRED_FIRST', message, article: violation.basis, details: { path: 'correctiveOrder' } });
  if (order === null || order.servedOn === '') return refuse(`“${violation.cause}”须先责令限期改正，逾期不改正的才能罚款。请先送达责令改正通知书并登记。`);
  if (order.dueOn === '' || order.dueOn < order.servedOn) return refuse('责令改正的期限未填写或者早于送达日期，请核对责令改正通知书。');
  if (context.today <= order.dueOn) return refuse(`责令改正期限至${chineseDate(order.dueOn)}，期限届满前不能罚款。`);
  if (order.recheckedOn === '' || order.corrected === null) return refuse(`责令改正期限已于${chineseDate(order.dueOn)}届满，请先复查并登记复查结果。`);
  if (order.corrected) return refuse('复查结果为已按期改正，不能再处以罚款。');
  if (order.recheckedOn > order.dueOn && order.recheckedOn <= context.today) return orderProven(file, order.servedOn) ? null : refuse(`卷内没有${chineseDate(order.servedOn)}送达的责令改正通知书。请签发、送达责令改正通知书，或者把已送达的通知书和送达回证添加到证据。`);
  return refuse(`复查应在改正期限（${chineseDate(order.dueOn)}）届满以后进行，请核对复查日期。`);
};

/** In what a penalty is heavier than the one notified; empty when it is not. */
export function heavierIn(penalty: Penalty, notified: Penalty): readonly string[] {
  const kinds = penalty.kinds.filter((kind) => !notified.kinds.includes(kind)).map((kind) => `增加了“${PENALTY_KINDS[kind]}”`);
  const fine = penalty.fineFen > notified.fineFen ? [`罚款${formatYuan(penalty.fineFen)}元高于告知的${formatYuan(notified.fineFen)}元`] : [];
  const seized = penalty.confiscationFen > notified.confiscationFen ? [`没收${formatYuan(penalty.confiscationFen)}元高于告知的${formatYuan(notified.confiscationFen)}元`] : [];
  return [...kinds, ...fine, ...seized];
}

export const notHeavierThanNotified: Guard = ({ file }) => {
  if (file.notified === null || file.proposed === null) return null;
  const heavier = heavierIn(file.proposed, file.notified);
  if (heavier.length === 0) return null;
  return {
    code: 'PENALTY_HEAVIER_THAN_NOTIFIED',
    message: `拟作出的处罚重于已告知的处罚（${heavier.join('；')}）。请减至告知的范围内，或者重新告知后再决定；不得因当事人申辩而加重处罚。`,
    article: ARTICLES.defence,
    details: { path: 'proposed', heavier },
  };
};

/** Blanks and punctuation make no new fact. */
function plain(facts: string): string {
  return facts.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}

/** A new notice is heavier than one the party spoke against only where it rests on other facts or another rule (art. 45(2)). */
export const notHeavierForDefence: Guard = ({ file }) => {
  const told = file.heardNotice;
  if (told === undefined || file.proposed === null || told.violationId !== file.violationId || plain(told.facts) !== plain(file.facts)) return null;
  const heavier = heavierIn(file.proposed, told.penalty);
  if (heavier.length === 0) return null;
  return {
    code: 'PENALTY_HEAVIER_THAN_NOTIFIED',
    message: `当事人对上次告知提出过陈述、申辩或者要求听证，违法事实和违法行为没有变化，重新告知的处罚不得更重（${heavier.join('；')}）。请减至上次告知的范围内；查明了新的事实的，请先修改违法事实。`,
    article: ARTICLES.defence,
    details: { path: 'proposed', heavier },
  };
};

/** A penalty of hearing class whose notice carried no right to a hearing, e.g. because the threshold was changed since. */
export const hearingOffered: Guard = ({ file, context }) => {
  const kind = file.party?.kind ?? 'unit';
  if (!reachesHearingThreshold(file.proposed, kind, context.settings)) return null;
  if (file.notified === null || reachesHearingThreshold(file.notified, kind, context.settings)) return null;
  return { code: 'HEARING_NOTICE_REQUIRED', message: '处罚已达到听证标准，但告知书没有告知听证权利。请退回重新告知。', article: ARTICLES.hearing };
};

export const discussionHeld: Guard = ({ file, context }) => {
  if (file.discussion !== null || !discussionRequired(file, context)) return null;
  return {
    code: 'COLLECTIVE_DISCUSSION_REQUIRED',
    message: '本案罚款达到听证标准，或者偏离裁量档次、低于法定下限，须经负责人集体讨论。请退回法制审核，转集体讨论后再决定。',
    article: ARTICLES.discussion,
  };
};
