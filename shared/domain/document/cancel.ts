import type { AppError } from '../../contract/result.ts';
import type { RuleContext } from '../case-file/apply.types.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { isStanding } from '../case-file/effects-of-documents.ts';
import { checkActor } from '../procedure/actors.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { EVENTS } from '../procedure/events.ts';
import { CATALOGUE, type DocumentCode } from './catalogue/catalogue.ts';
import { DOCUMENT_NAMES, type DocumentSummary } from './document-file.ts';
import { DOCUMENT_RULES, immutable } from './rules.ts';

/** Signed by the party where they are made: they are evidence from that moment on. */
const SIGNED_ON_THE_SPOT: ReadonlySet<DocumentCode> = new Set(['CYQZ', 'FCJL']);

/** A kind that has a number and takes effect by being served: before that it can be called back. */
function mayBeCalledBack(code: DocumentCode): boolean {
  return DOCUMENT_RULES[code].external && CATALOGUE[code].series !== null && !SIGNED_ON_THE_SPOT.has(code);
}

/**
 * Whether an issued document may be cancelled with its number (文号作废, domain notes §2.4): only one that was never served,
 * since what the party holds is changed by a document of its own. `null` when it may; its number is never given again.
 */
export function cancelRefusal(file: CaseFile, document: DocumentSummary, context: Pick<RuleContext, 'actor'>): AppError | null {
  const name = `《${DOCUMENT_NAMES[document.code]}》`;
  if (document.status === 'draft') return { code: 'STEP_NOT_ALLOWED', message: `这份${name}还没有签发，没有文号，请作废草稿。` };
  if (document.status === 'discarded') return immutable(document);
  if (!mayBeCalledBack(document.code)) return { code: 'DOCUMENT_IMMUTABLE', message: `${name}不能作废：笔录、内部审批和审核文书是办案过程的记录。内容有误的，请另行制作文书说明。` };
  if (file.services.some((service) => service.documentId === document.id)) {
    return { code: 'DOCUMENT_IMMUTABLE', message: `这份${name}已经送达，不能作废。内容有误的，请制作补正通知书；处罚决定确有错误的，请办理“${EVENTS['change-decision']}”。`, article: ARTICLES.service };
  }
  if (file.decidedOn !== null && isStanding(file, document)) return { code: 'STEP_NOT_ALLOWED', message: `这份${name}是本案现行的决定，不能只作废文书。请先由分管领导办理“${EVENTS['change-decision']}”。`, article: ARTICLES.revision };
  return checkActor(DOCUMENT_RULES[document.code].issueActors, context.actor, file);
}
