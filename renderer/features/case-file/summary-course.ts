import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CaseEvent } from '#shared/domain/procedure/events.ts';
import type { Deadline } from '#shared/domain/time-limit/deadlines.ts';
import { DOCUMENT_NAMES } from '#shared/domain/document/document-file.ts';
import { yuanOf } from '#renderer/ui/format.ts';

/** What an officer does from a penalty on the spot to its filing. */
export interface CourseStep {
  readonly key: 'issue' | 'hand-over' | 'pay' | 'hand-in' | 'report';
  readonly label: string;
  readonly state: 'done' | 'now' | 'later';
  /** When it was done, or what is to be done by when. */
  readonly note: string;
  readonly overdue: boolean;
  /** The document to open, the step to take, or the section to go to. */
  readonly document: string | null;
  readonly step: CaseEvent | null;
  readonly section: string | null;
}

type Due = Pick<Deadline, 'key' | 'dueOn' | 'state'>;

const NOTHING = { overdue: false, document: null, step: null, section: null } as const;

/** Decision, handing over, payment, report: in the order of arts. 52, 67–71 of the Administrative Penalty Law. `openFen`: what is still to be paid. */
export function summaryCourse(file: CaseFile, due: readonly Due[], openFen: number): readonly CourseStep[] {
  const { summary } = file;
  if (summary === undefined) return [];
  return [...paperSteps(file), ...moneySteps(file, due, openFen), reportStep(file, due)];
}

function paperSteps(file: CaseFile): readonly CourseStep[] {
  const paper = file.documents.findLast((document) => document.code === 'DCCF' && document.status !== 'discarded');
  const service = file.services.find((each) => each.documentId === paper?.id);
  const issued = paper?.status === 'issued';
  return [
    {
      ...NOTHING, key: 'issue', label: `签发${DOCUMENT_NAMES.DCCF}`, state: issued ? 'done' : 'now', document: paper?.id ?? null,
      note: issued ? paper.docNo ?? '' : paper === undefined ? '在「下一步」制作决定书' : '填写核对后签发，文号由服务器给出',
    },
    {
      ...NOTHING, key: 'hand-over', label: '当场交付当事人', state: service !== undefined ? 'done' : issued ? 'now' : 'later', document: issued ? paper.id : null,
      note: service === undefined ? '交付后登记，由当事人签收；拒收的注明' : `${service.servedAt.replace('T', ' ')} ${service.recipient}签收`,
    },
  ];
}

function moneySteps(file: CaseFile, due: readonly Due[], openFen: number): readonly CourseStep[] {
  const { summary, proposed, decided } = file;
  if (summary === undefined || !((decided ?? proposed)?.kinds.includes('fine') ?? false)) return [];
  const spot = summary.collection === 'spot';
  const paid = file.payments.length > 0 && openFen === 0;
  const payable = file.servedOn !== null;
  const term = due.find(({ key }) => key === 'payment');
  const collect: CourseStep = {
    ...NOTHING, key: 'pay', label: spot ? '当场收缴罚款，开具专用票据' : '当事人到银行缴纳罚款', state: paid ? 'done' : payable ? 'now' : 'later', section: payable ? 'case-payments' : null,
    overdue: !paid && !spot && term?.state === 'overdue', note: paid ? `${file.payments.at(-1)?.paidOn ?? ''} 已缴清` : spot ? `在「履行」登记缴款，尚欠 ${yuanOf(openFen)} 元` : byDay(term, '自交付次日起十五日内'),
  };
  if (!spot) return [collect];
  const handIn = due.find(({ key }) => key === 'spotHandIn');
  const done = summary.handedInOn !== null;
  return [collect, {
    ...NOTHING, key: 'hand-in', label: '罚款交至本机关', state: done ? 'done' : paid ? 'now' : 'later', step: done || !paid ? null : 'hand-in-fine',
    overdue: !done && handIn?.state === 'overdue', note: done ? `${summary.handedInOn ?? ''} 已交` : byDay(handIn, '收缴之日起二日内'),
  }];
}

function reportStep(file: CaseFile, due: readonly Due[]): CourseStep {
  const reportedOn = file.summary?.reportedOn ?? null;
  const term = due.find(({ key }) => key === 'summaryReport');
  return {
    ...NOTHING, key: 'report', label: '报所属机关备案', state: reportedOn !== null ? 'done' : file.decidedOn !== null ? 'now' : 'later', step: reportedOn === null && file.decidedOn !== null ? 'report-summary' : null,
    overdue: reportedOn === null && term?.state === 'overdue', note: reportedOn === null ? byDay(term, '三个工作日内') : `${reportedOn} 已报备`,
  };
}

function byDay(term: Due | undefined, otherwise: string): string {
  return term === undefined ? otherwise : `最迟 ${term.dueOn}`;
}
