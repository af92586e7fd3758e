import { hearingRequired } from '#shared/domain/case-file/hearing.ts';
import { outstandingFen } from '#shared/domain/procedure/guards/index.ts';
import { addCalendarDays } from '#shared/domain/time-limit/days.ts';
import { EXCUSES, OPINIONS } from '../words.ts';
import { correction, facts, nature } from './texts.ts';
import { addEvidence, edit, receipt, type Scene, serve } from './scene.ts';

/** Side lines a seeded case may have taken: where the main line is left, and the working days between their steps. */
export const LINES = {
  hearing: { from: 'NOTIFIED', days: [[1, 4], [0, 1], [1, 1]] },
  unpunished: { from: 'CONCL', days: [[1, 2], [1, 2], [0, 2]] },
  transferred: { from: 'INVEST', days: [[1, 3], [0, 1]] },
  terminated: { from: 'INVEST', days: [[1, 3]] },
  withdrawn: { from: 'INVEST', days: [[1, 3]] },
  deferred: { from: 'SERVED', days: [[1, 3], [1, 3]] },
  contested: { from: 'SERVED', days: [[3, 9]] },
  overdue: { from: 'SERVED', days: [[15, 17]] },
  demanded: { from: 'SERVED', days: [[15, 17], [3, 6]] },
  court: { from: 'SERVED', days: [[15, 17], [95, 100], [32, 34], [3, 5]] },
  summary: { from: 'CLUE', days: [[0, 0], [1, 2]] },
  archived: { from: 'CLOSED', days: [[5, 15]] },
} as const;
export type Line = keyof typeof LINES;
export const LINE_KEYS = Object.keys(LINES) as readonly Line[];

function goTo({ walk, days, plan }: Scene, step: number): void {
  walk.on(days.dateAt(plan.start + (plan.side[step] ?? 0)));
}

/** Only a penalty of hearing class can be heard: where the outline has none, the case waits in its term of defence. */
function hearing(scene: Scene): void {
  const { walk, officer, outline, context } = scene;
  const [host, recorder] = outline.hosts;
  if (host === undefined || recorder === undefined || !hearingRequired(walk.aggregate().file, context.settings)) return;
  goTo(scene, 0);
  walk.advance(officer, 'request-hearing', '', { requestedOn: walk.today() });
  goTo(scene, 1);
  walk.advance(outline.leader, 'accept-hearing', '同意受理。', { hostId: host.id, recorderId: recorder.id });
  serve(scene, walk.issue(host, 'TZSL'));
  goTo(scene, 2);
  walk.advance(host, 'schedule-hearing', '', { heldAt: `${scene.days.dateAt(scene.plan.start + (scene.plan.side[2] ?? 0) + 9)}T09:30`, place: '本局听证室', publicity: 'public' });
  serve(scene, walk.issue(host, 'TZTZ'));
}

function unpunished(scene: Scene): void {
  const { walk, officer, outline, random } = scene;
  goTo(scene, 0);
  walk.advance(outline.head, 'propose-no-penalty', '违法行为轻微并已改正，没有造成危害后果，建议不予处罚。', { ground: 'minor' });
  goTo(scene, 1);
  walk.advance(outline.leader, 'approve-no-penalty', random.pick(OPINIONS), { educated: true });
  const document = walk.issue(officer, 'BYCF', { education: '当事人应当学习有关法律、法规，加强现场管理，避免再次发生类似违法行为' });
  goTo(scene, 2);
  serve(scene, document);
}

function transferred(scene: Scene): void {
  const { walk, officer, outline } = scene;
  goTo(scene, 0);
  walk.advance(outline.leader, 'transfer-authority', '不属于本机关管辖，同意移送。', { receivingBody: '示例区综合行政执法局', ground: '违法行为属于受移送机关管辖。', materials: ['现场检查笔录', '询问笔录', '现场照片'] });
  goTo(scene, 1);
  walk.advance(officer, 'move-case', '', { movedAt: walk.minute() });
}

function terminated(scene: Scene): void {
  goTo(scene, 0);
  scene.walk.advance(scene.outline.leader, 'terminate', '违法事实经调查无法查清，同意终止调查。', { ground: 'unproven' });
}

function withdrawn(scene: Scene): void {
  goTo(scene, 0);
  scene.walk.advance(scene.outline.leader, 'withdraw-case', '经查明没有违法事实，同意撤销立案。', { ground: 'no-case' });
}

function deferred(scene: Scene): void {
  const { walk, officer, outline, random } = scene;
  const owed = outstandingFen(walk.aggregate().file);
  goTo(scene, 0);
  const first = Math.floor(owed / 2);
  const plan = [{ dueOn: addCalendarDays(walk.today(), 45), amountFen: first }, { dueOn: addCalendarDays(walk.today(), 90), amountFen: owed - first }];
  walk.advance(officer, 'apply-deferral', '', { kind: 'instalments', appliedOn: walk.today(), reason: `当事人${random.pick(EXCUSES)}，资金周转确有困难。`, plan });
  goTo(scene, 1);
  walk.advance(outline.leader, 'approve-deferral', '确有经济困难，同意分期缴纳。');
  serve(scene, walk.issue(officer, 'YQPZ'));
}

function contested(scene: Scene): void {
  goTo(scene, 0);
  scene.walk.advance(scene.officer, 'record-remedy', '', { kind: 'reconsideration', organ: '示例市人民政府', acceptedOn: scene.walk.today(), stay: false });
}

function overdue(scene: Scene): void {
  goTo(scene, 0);
  scene.walk.advance(scene.officer, 'mark-overdue', '');
  serve(scene, scene.walk.issue(scene.officer, 'JCFK'));
}

function demanded(scene: Scene): void {
  overdue(scene);
  goTo(scene, 1);
  scene.walk.advance(scene.outline.leader, 'approve-demand', scene.random.pick(OPINIONS));
  serve(scene, scene.walk.issue(scene.officer, 'CGS'));
}

/** The demand comes well before the six months of suit are over, the application soon after. */
function court(scene: Scene): void {
  const { walk, outline, officer } = scene;
  demanded(scene);
  goTo(scene, 2);
  walk.advance(outline.leader, 'apply-court', '同意申请人民法院强制执行。', { court: '示例市人民法院', appliedOn: walk.today() });
  goTo(scene, 3);
  walk.advance(officer, 'record-court-acceptance', '', { on: walk.today() });
}

function summary(scene: Scene): void {
  const { walk, random, outline, officer, situation } = scene;
  goTo(scene, 0);
  addEvidence(scene, 'audiovisual', '现场照片', '现场状况和违法事实');
  const { discretion } = walk.aggregate().file;
  const proposed = { ...outline.penalty, otherItems: [correction(situation)] };
  const changes = { party: outline.party, project: outline.project, actOn: walk.today(), facts: facts(random, situation), nature: nature(random, situation), discretion: outline.discretion, proposed };
  edit(scene, changes, { facts: '', nature: '', discretion });
  walk.advance(officer, 'summary-penalty', '', {
    officerIds: outline.officers.map((one) => one.id), noRecusal: true, clear: true, decidedAt: walk.minute(), place: outline.project.address, defenceHeard: '当事人对违法事实无异议，没有陈述、申辩。', collection: 'bank',
  });
  serve(scene, walk.issue(officer, 'DCCF'));
  goTo(scene, 1);
  walk.advance(officer, 'report-summary', '', { reportedOn: walk.today() });
  if (random.chance(0.5)) receipt(scene);
}

function archived(scene: Scene): void {
  const { walk, random, outline } = scene;
  goTo(scene, 0);
  if (outline.archivist === undefined) return;
  const { caseNo } = walk.aggregate().file;
  walk.advance(outline.archivist, 'archive', '', { archiveNo: `档${caseNo ?? ''}`, retention: 'thirty-years', pages: random.between(40, 120), checked: true });
}

/** Leads a case that stands where its line leaves the main one along the line, to its end. */
export const SIDE_LINES: Readonly<Record<Line, (scene: Scene) => void>> = {
  hearing, unpunished, transferred, terminated, withdrawn, deferred, contested, overdue, demanded, court, summary, archived,
};
