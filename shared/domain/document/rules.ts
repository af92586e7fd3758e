import type { AppError } from '../../contract/result.ts';
import type { RuleContext } from '../case-file/apply.types.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import { checkActor } from '../procedure/actors.ts';
import { ARTICLES } from '../procedure/articles.ts';
import { firstRefusal, GUARDS } from '../procedure/guards/index.ts';
import { STAGES, type Stage } from '../procedure/stages.ts';
import { maySupply } from '../volume/missing.ts';
import { type DocumentCode, DOCUMENT_NAMES, type DocumentSummary } from './document-file.ts';
import { DECISION_RULES } from './rules/decision.ts';
import { EXECUTION_RULES } from './rules/execution.ts';
import { FILING_RULES } from './rules/filing.ts';
import { INSPECTION_RULES } from './rules/inspection.ts';
import { INVESTIGATION_RULES } from './rules/investigation.ts';
import { NOTICE_RULES } from './rules/notice.ts';
import { type DocumentRule, REVIEW } from './rules/rule.ts';
import { VOLUME_RULES } from './rules/volume.ts';

export const DOCUMENT_RULES: Readonly<Record<DocumentCode, DocumentRule>> = {
  ...INSPECTION_RULES, ...FILING_RULES, ...INVESTIGATION_RULES, ...NOTICE_RULES, ...DECISION_RULES, ...EXECUTION_RULES,
  ...VOLUME_RULES,
};

function stageRefusal(code: DocumentCode, act: string, stages: readonly Stage[], file: CaseFile): AppError | null {
  if (stages.includes(file.stage) || maySupply(file, code)) return null;
  const names = stages.map((stage) => `“${STAGES[stage]}”`).join('、');
  return { code: 'DOCUMENT_NOT_READY', message: `案件处于“${STAGES[file.stage]}”环节，不能${act}${DOCUMENT_NAMES[code]}。可办理的环节为${names}。`, details: { stages } };
}

function aboutRefusal(code: DocumentCode, aboutDocumentId: string | null, file: CaseFile): AppError | null {
  if (code !== 'SDHZ') return null;
  const about = file.documents.find((document) => document.id === aboutDocumentId);
  if (about?.status === 'issued' && DOCUMENT_RULES[about.code].external) return null;
  return { code: 'DOCUMENT_NOT_READY', message: '送达回证须对应一份已签发的告知书或者决定书，请先签发该文书。', article: ARTICLES.service };
}

/** One notice a round: another needs a new approval. */
function noticeRefusal(code: DocumentCode, file: CaseFile): AppError | null {
  if (code !== 'GZS') return null;
  const approvedAt = file.approvals.findLast((approval) => approval.event === 'approve-notice')?.at ?? '';
  const issued = file.documents.find((document) => document.code === 'GZS' && document.status === 'issued' && (document.issuedAt ?? '') >= approvedAt);
  if (issued === undefined) return null;
  return { code: 'STEP_NOT_ALLOWED', message: `本次批准的告知书${issued.docNo ?? ''}已签发，不能再签发一份。内容有误的，请由分管领导退回修改后重新审批、签发。`, article: ARTICLES.notice };
}

function reviewStarted(file: CaseFile): AppError | null {
  if (REVIEW.includes(file.stage) || file.reviews.length > 0) return null;
  return { code: 'DOCUMENT_NOT_READY', message: '案件还没有送法制审核，不能制作法制审核意见书。', article: ARTICLES.review };
}

/** Whether the actor may write a document of this kind now. `null` when he may. */
export function draftRefusal(file: CaseFile, code: DocumentCode, aboutDocumentId: string | null, context: RuleContext): AppError | null {
  const rule = DOCUMENT_RULES[code];
  const input = { file, context, data: null };
  return (
    checkActor(rule.draftActors, context.actor, file) ??
    stageRefusal(code, '制作', rule.draftStages, file) ??
    (code === 'FZSH' ? (reviewStarted(file) ?? GUARDS.reviewerFit(input)) : null) ??
    aboutRefusal(code, aboutDocumentId, file)
  );
}

/** Whether the actor may issue this draft now: stage, rights, approval and every hard stop. `null` when he may. */
export function issueRefusal(file: CaseFile, document: Pick<DocumentSummary, 'code' | 'status' | 'aboutDocumentId'>, context: RuleContext): AppError | null {
  const rule = DOCUMENT_RULES[document.code];
  if (document.status !== 'draft') return immutable(document);
  const approval = rule.approved === undefined || rule.approved.by(file) ? null : { code: 'DOCUMENT_NOT_READY' as const, message: rule.approved.message, article: rule.approved.article };
  return (
    checkActor(rule.issueActors, context.actor, file) ??
    stageRefusal(document.code, '签发', rule.issueStages, file) ??
    approval ??
    noticeRefusal(document.code, file) ??
    aboutRefusal(document.code, document.aboutDocumentId, file) ??
    firstRefusal(rule.issueGuards.map((name) => GUARDS[name]), { file, context, data: null })
  );
}

export function immutable(document: Pick<DocumentSummary, 'code' | 'status'>): AppError {
  const name = DOCUMENT_NAMES[document.code];
  if (document.status === 'discarded') return { code: 'DOCUMENT_IMMUTABLE', message: `这份${name}已作废，不能再修改。请新建一份。` };
  return { code: 'DOCUMENT_IMMUTABLE', message: `这份${name}已签发，内容不可更改。确需更正的，请另行制作补正文书。` };
}
