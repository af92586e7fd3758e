import type { AppError } from '../../contract/result.ts';
import type { CaseFile } from '../case-file/case-file.ts';
import type { LinkRelation } from '../case-file/side-lines.ts';
import { responsibleFine, type ResponsibleFine } from '../money/responsible-person.ts';
import { addMonths } from '../time-limit/count.ts';
import { chineseDate } from '../time-limit/days.ts';
import { LIMITS, PROSECUTION_YEARS_HARM } from '../time-limit/limits.ts';
import { normaliseCode } from '../../text/normalise.ts';
import type { Violation } from '../violation/violation.ts';
import { ARTICLES } from './articles.ts';

/** A further case that follows from this one. */
export interface LinkedProposal extends ResponsibleFine {
  readonly relation: LinkRelation;
  readonly unitFineFen: number;
  /** What an officer reads. */
  readonly reason: string;
}

/**
 * The case of the persons responsible, where a unit is fined under an article that fines them as well (5–10 %; domain
 * notes §1.6); `null` where none follows or it is linked already. Uses the decided penalty once there is one.
 */
export function linkedProposal(file: CaseFile, violations: ReadonlyMap<string, Violation>): LinkedProposal | null {
  const violation = file.violationId === null ? undefined : violations.get(file.violationId);
  const penalty = file.decided ?? file.notified ?? file.proposed;
  if (violation === undefined || penalty === null || file.party?.kind !== 'unit') return null;
  if (file.linkedCases?.some((linked) => linked.relation === 'responsible-person') === true) return null;
  const fine = responsibleFine(violation.basis, penalty.fineFen);
  if (fine === null) return null;
  return { ...fine, relation: 'responsible-person', unitFineFen: penalty.fineFen, reason: `依据${fine.article}，对单位罚款的，对其直接负责的主管人员和其他直接责任人员处单位罚款数额百分之五以上百分之十以下的罚款。建议另立关联案件。` };
}

/** What of another case is compared: enough for a list kept by the server or the desktop. */
export type ActOfCase = Pick<CaseFile, 'id' | 'caseNo' | 'stage' | 'party' | 'project' | 'violationId' | 'actOn' | 'decided' | 'cause' | 'distinctCaseIds'>;

function sameParty(one: ActOfCase, other: ActOfCase): boolean {
  if (one.party === null || other.party === null || one.party.kind !== other.party.kind) return false;
  const number = (file: ActOfCase): string => normaliseCode(file.party?.creditCode || file.party?.idNumber || '');
  return number(one) === '' || number(other) === '' ? one.party.name === other.party.name : number(one) === number(other);
}

/** The same act: of one party, at one project, ended on one day, whatever rule it is measured by. */
function sameAct(one: ActOfCase, other: ActOfCase): boolean {
  if (one.id === other.id || !sameParty(one, other) || one.actOn === null || one.actOn !== other.actOn) return false;
  const place = (file: ActOfCase): string => file.project?.id || file.project?.name || '';
  return place(one) === place(other) && (one.violationId === other.violationId || place(one) !== '');
}

const ABANDONED: ReadonlySet<string> = new Set(['NOFILE', 'WITHDR', 'TERM', 'TRANSF']);
const CLOSED: ReadonlySet<string> = new Set(['CLOSED', 'ARCH']);

/** Given up, or closed without a penalty: withdrawn, terminated, transferred, not punished. It stands in nobody's way. */
function cameToNothing(other: ActOfCase): boolean {
  return ABANDONED.has(other.stage) || (CLOSED.has(other.stage) && other.decided === null);
}

/** Whether it was stated, in either case, that the two acts of one day and site are different ones. */
function toldApart(one: ActOfCase, other: ActOfCase): boolean {
  return one.violationId !== other.violationId && (one.distinctCaseIds?.includes(other.id) === true || other.distinctCaseIds?.includes(one.id) === true);
}

/** Cases of another violation on the same day and site, which an officer may state to be another act. */
export function distinctActs(file: ActOfCase, others: readonly ActOfCase[]): readonly string[] {
  return others.filter((other) => other.violationId !== file.violationId && sameAct(file, other)).map((other) => other.id);
}

const APART = '同日同一工程的违法行为不同、经核对不是同一行为的，请在批准立案（当场处罚）时勾选说明。';

/**
 * 一事不二罚 (art. 29): another case of the party for the same act. One that was fined refuses a second fine for good; one
 * still being handled refuses it until the two are brought together. `null` where there is none.
 */
export function sameActRefusal(file: ActOfCase, others: readonly ActOfCase[]): AppError | null {
  const found = others.filter((other) => !cameToNothing(other) && sameAct(file, other) && !toldApart(file, other));
  const fined = found.find((other) => (other.decided?.fineFen ?? 0) > 0);
  const named = (other: ActOfCase): string => other.caseNo ?? `“${other.cause}”`;
  if (fined !== undefined) {
    return { code: 'SAME_ACT_PUNISHED', message: `当事人的同一违法行为已在案件${named(fined)}中被处以罚款，不得再次罚款。请核对是否重复立案，重复的办理撤销立案。${APART}`, article: ARTICLES.sameAct, details: { caseId: fined.id } };
  }
  const open = found[0];
  if (open === undefined) return null;
  return { code: 'SAME_ACT_PUNISHED', message: `当事人的同一违法行为已由案件${named(open)}办理。同一违法行为违反多个法律规范的，按罚款数额高的规定处罚，不得分案重复罚款。${APART}`, article: ARTICLES.sameAct, details: { caseId: open.id } };
}

/** The day by which the act had to be discovered, with the sentence that says so; `null` while the act has no day (art. 36). */
export function limitationOf(file: Pick<CaseFile, 'actOn' | 'fiveYearLimitation' | 'clue'>): { readonly endsOn: string; readonly inTime: boolean; readonly explanation: string } | null {
  if (file.actOn === null) return null;
  const years = file.fiveYearLimitation === true ? PROSECUTION_YEARS_HARM : LIMITS.prosecution.amount;
  const endsOn = addMonths(file.actOn, years * 12);
  const inTime = file.clue.receivedOn <= endsOn;
  const explanation = `违法行为终了于${chineseDate(file.actOn)}，追责时效${years === 5 ? '五' : '二'}年至${chineseDate(endsOn)}；线索于${chineseDate(file.clue.receivedOn)}收到，${inTime ? '在时效内发现' : '已超过时效'}。依据${ARTICLES.limitation}。`;
  return { endsOn, inTime, explanation };
}
