import { TASK_SOURCES, CHECK_CLASSES, type Task } from '#shared/domain/task/task.ts';
import { filled, itemNames, mattersOf, type Prefills, type VisitFacts } from './facts.ts';

/** A visit is announced for the beginning of office hours; the officer writes another time where it is not. */
const USUAL_TIME = '09:00';

export function checkClassOf({ source, checkClass }: Pick<Task, 'source' | 'checkClass'>): string {
  return source === 'random' ? '双随机抽查' : CHECK_CLASSES[checkClass];
}

function sourceText({ source, taskNo }: Task): string {
  return taskNo === null ? TASK_SOURCES[source] : `${TASK_SOURCES[source]}（任务编号：${taskNo}）`;
}

/** The bases of the matters, each once, in the order of the matters. */
function basisText(facts: VisitFacts): string {
  return [...new Set(mattersOf(facts).map((matter) => matter.basis.trim()).filter((basis) => basis !== ''))].join('；');
}

function siteOf({ place, project }: Task): string {
  if (project === null || project.name === '') return place;
  return place.includes(project.name) ? place : `${project.name}（${place === '' ? project.address : place}）`;
}

/** The lowest cap of the matters; checks of a single clue have none. */
function capText(facts: VisitFacts): string {
  if (facts.task.checkClass === 'single') return `不限（${TASK_SOURCES[facts.task.source]}线索）`;
  const caps = mattersOf(facts).flatMap(({ cap }) => (cap === null ? [] : [cap]));
  if (caps.length > 0) return `${Math.min(...caps)}次/年`;
  return mattersOf(facts).map((matter) => matter.yearlyCap.trim()).find((text) => text !== '') ?? '未规定次数上限';
}

/** What a visit needs before it: approval, notice, and for a draw its task sheet. */
export const BEFORE: Prefills = {
  JCSP: (facts) => {
    const { task, visits } = facts;
    return filled({
      checkClass: checkClassOf(task), taskSource: sourceText(task), checkBasis: basisText(facts), items: itemNames(facts), method: '现场检查', plannedOn: task.plannedOn ?? '',
      place: siteOf(task), count: visits === null ? '' : `${visits}次`, cap: capText(facts), urgent: task.urgent ? '是，检查后补办审批' : '否', reason: task.description,
    });
  },
  JCTZ: (facts) => {
    const { task, visits } = facts;
    return filled({
      checkClass: checkClassOf(task), checkBasis: basisText(facts), items: itemNames(facts), checkAt: task.plannedOn === null ? '' : `${task.plannedOn}T${USUAL_TIME}`,
      place: siteOf(task), materials: materials(task), count: visits === null ? '' : String(visits),
    });
  },
  SJDX: (facts) => filled({ task: facts.task.title, planNo: facts.task.planId ?? '', items: itemNames(facts), dueOn: facts.task.dueOn }),
};

/** Items looked at in papers ask for papers: the checklist's own method, each once. */
function materials(task: Task): readonly string[] {
  const asked = task.checklist.map((line) => line.method.trim()).filter((method) => /^(查验|查阅|核对|抽查|核查)/u.test(method));
  return [...new Set(asked)].slice(0, 12).map((method) => `${method}所需的材料`);
}
