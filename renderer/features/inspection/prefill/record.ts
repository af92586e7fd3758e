import { positionText } from '#shared/domain/evidence/exif.ts';
import { CHECK_RESULTS, INSPECTION_RESULTS, type CheckLine, type Task } from '#shared/domain/task/task.ts';
import { addWorkingDays } from '#shared/domain/time-limit/count.ts';
import { failedLines, filled, itemNames, photoIndex, photoNumbers, photoText, problemOf, problemsOf, refusalOf, signerName, timesOn, type Prefills, type VisitFacts } from './facts.ts';

/** Results of a visit are made public within so many working days (国办发〔2018〕118号). */
export const PUBLICATION_WORKING_DAYS = 20;

/** The last day to make the result public; `null` before the visit or where the calendar is not kept. */
export function publicationDay({ task, calendar }: Pick<VisitFacts, 'task' | 'calendar'>): string | null {
  if (task.inspectedOn === null) return null;
  const day = addWorkingDays(calendar, task.inspectedOn, PUBLICATION_WORKING_DAYS);
  return day.ok ? day.value : null;
}

/** `是否取得施工许可证：不合格。现场未能出示施工许可证（照片1、照片2）。` */
function lineText(line: CheckLine, numbers: ReadonlyMap<string, number>): string {
  const note = line.note.trim().replace(/[。；;]$/u, '');
  const photos = photoText(numbers, line.evidenceIds);
  const seen = note === '' ? '' : `${note}${photos === '' ? '' : `（${photos}）`}。`;
  return `${line.content}：${CHECK_RESULTS[line.result]}${note === '' && photos !== '' ? `（${photos}）` : ''}。${seen}`;
}

/** Item by item what was looked at, then what was written freely. */
function findingsOf(task: Task): readonly string[] {
  const numbers = photoNumbers(task);
  const looked = task.checklist.filter((line) => line.result !== 'unchecked').map((line) => lineText(line, numbers));
  return [...looked, ...task.findings.map((each) => each.trim()).filter((each) => each !== '')];
}

const OUTCOMES = { clean: '未发现问题', ordered: '发现问题责令限期改正', pending: '涉嫌违法，进一步调查处理' } as const;

/** What the notice of the result says, from the result of the visit or, before its end, from what stands already. */
function outcomeOf(task: Task): { readonly result: string; readonly next: string } {
  const result = task.result ?? (task.orders.length > 0 ? 'ordered' : failedLines(task).length > 0 ? 'pending' : 'clean');
  if (result === 'clean' || result === 'ordered' || result === 'pending') return { result: OUTCOMES[result], next: '' };
  return { result: '其他', next: [INSPECTION_RESULTS[result], task.resultNote.trim()].filter((part) => part !== '').join('，') };
}

/** Asked of the person in charge about each thing found; the answers are his. */
function dialogueOf(task: Task): readonly { readonly question: string; readonly answer: string }[] {
  const asked = failedLines(task).map((line) => `现场检查发现：${problemOf(line)}。是否属实？原因是什么？`);
  const questions = ['请说明你的身份和在本单位的职务。', ...asked, '以上情况是否属实？还有什么要补充的？'];
  return questions.map((question) => ({ question, answer: '' }));
}

function relationOf({ party }: Task): string {
  return { person: '当事人', business: '经营者', unit: '法定代表人' }[party.kind];
}

/** Where the devices of the officers were when they signed in; empty where none knew. */
function positionOf(task: Task): string {
  const position = task.signIns.find((each) => each.position !== null)?.position ?? null;
  return position === null ? '' : positionText(position);
}

/** What is made out on site, and what the party is told afterwards. */
export const RECORDS: Prefills = {
  XCJC: (facts) => {
    const { task } = facts;
    return filled({
      ...timesOn(facts, task.inspectedOn), place: task.place, position: positionOf(task), witness: signerName(task, 'witness'), recorder: signerName(task, 'recorder'), subject: itemNames(facts).join('；').slice(0, 500),
      findings: findingsOf(task), photos: photoIndex(task), refusalReason: refusalOf(task),
    });
  },
  XWBL: ({ task, now }) => filled({ startAt: task.inspectedOn === null ? '' : now, place: task.place, relation: relationOf(task), dialogue: dialogueOf(task) }),
  KYBL: (facts) => {
    const { task } = facts;
    const numbers = photoNumbers(task);
    return filled({
      startAt: timesOn(facts, task.inspectedOn).startAt, place: task.place, witness: signerName(task, 'witness'), recorder: signerName(task, 'recorder'),
      findings: failedLines(task).map((line) => lineText(line, numbers)), taken: photoIndex(task),
    });
  },
  CYQZ: ({ task }) => filled({ place: task.place, witness: signerName(task, 'witness'), purpose: failedLines(task).map(problemOf).join('；').slice(0, 500) }),
  JGGZ: (facts) => {
    const { task } = facts;
    const { result, next } = outcomeOf(task);
    return filled({ checkedOn: task.inspectedOn ?? '', items: itemNames(facts), result, next, problems: result === OUTCOMES.clean ? [] : problemsOf(task), publishOn: publicationDay(facts) ?? '' });
  },
  JYS: ({ task }) => filled({ matter: task.title, situation: problemsOf(task).map((each) => `${each}。`).join('\n'), place: task.place }),
};
