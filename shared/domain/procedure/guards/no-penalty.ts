import type { AppError } from '../../../contract/result.ts';
import { checkCapacity } from '../../party/check.ts';
import { ARTICLES } from '../articles.ts';
import { withinLimitation } from './facts.ts';
import { type Guard, textOf } from './guard.ts';

/** The facts are established, or it is established that they are not. */
export const factsFound: Guard = ({ file }) =>
  file.facts.trim() === '' ? { code: 'EVIDENCE_MISSING', message: '查明的事实未填写，不能提请不予处罚。', article: ARTICLES.noPenalty, details: { path: 'facts' } } : null;

/** Each ground asks for what the article says of it (art. 30, 31, 33, 36, 57). */
export const noPenaltyGrounded: Guard = (input) => {
  const { file, context, data } = input;
  if (data === null) return null;
  const ground = textOf(data, 'ground');
  const refuse = (message: string): AppError => ({ code: 'STEP_NOT_ALLOWED', message, article: ARTICLES.noPenalty, details: { path: 'ground' } });
  if ((ground === 'minor' || ground === 'first-slight') && file.correctiveOrder !== null && file.correctiveOrder.corrected !== true) return refuse('责令改正事项尚未复查合格，不能以“及时改正”为由不予处罚。');
  if ((ground === 'under-14' || ground === 'incapable') && file.party?.kind !== 'person') return refuse('当事人不是自然人，不适用该项理由。');
  if (ground === 'under-14' && file.party !== null && checkCapacity(file.party, file.actOn, context.today)?.article !== ARTICLES.age) return refuse('按公民身份号码，当事人在违法行为发生时已满十四周岁，不适用该项理由。请核对违法行为日期和身份证件。');
  if (ground === 'limitation' && withinLimitation(input) === null) return refuse('违法行为没有超过追责时效，不适用该项理由。请核对违法行为终了日期。');
  return null;
};

export const decisionUnmade: Guard = ({ file }) => (file.decidedOn === null ? null : { code: 'STEP_NOT_ALLOWED', message: '决定已经作出，不能退回。确有错误的，按变更、撤销决定办理。' });
