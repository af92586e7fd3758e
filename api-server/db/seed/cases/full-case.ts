import { REVIEW_POINT_KEYS } from '#shared/domain/case-file/case-file.ts';
import { chineseDate } from '#shared/domain/time-limit/days.ts';
import type { CaseAggregate } from '#shared/domain/case-file/apply.types.ts';
import { discussionRequired } from '#shared/domain/case-file/hearing.ts';
import { FILING_CONDITIONS } from '#shared/domain/procedure/table.ts';
import { inventedIdNumber, inventedPerson } from '../people.ts';
import { CORRECTIONS, EXCUSES, FINDINGS, MATERIALS, OPINIONS, PARTS } from '../words.ts';
import type { WorkDays } from '../work-days.ts';
import type { Outline } from './outline.ts';
import type { Plan } from './plan.ts';
import { clueDescription, clueSubject, correction, facts, nature, type Situation } from './texts.ts';
import { addEvidence, edit, receipt, type Scene, serve } from './scene.ts';
import { SIDE_LINES } from './side-lines.ts';
import { createWalk, type Walk, type WalkOptions } from './walk.ts';

/** A case walked by commands up to the stage of its plan, with its documents. */
export function fullCase(outline: Outline, plan: Plan, days: WorkDays, options: Omit<WalkOptions, 'caseId'>): CaseAggregate {
  const walk = createWalk({ ...options, caseId: outline.id });
  const [officer] = outline.officers;
  if (officer === undefined) throw new Error('A case needs officers');
  const situation: Situation = {
    violation: outline.violation, source: outline.source, partyName: outline.party.name, projectName: outline.project.name,
    projectAddress: outline.project.address, inspectedOn: days.dateAt(plan.start),
  };
  const scene: Scene = { walk, random: options.random, outline, plan, days, situation, context: options.context, officer };
  for (const step of STEPS) {
    if (step(scene) === 'arrived') break;
  }
  if (plan.line !== null) SIDE_LINES[plan.line](scene);
  return walk.aggregate();
}

type Step = (scene: Scene) => 'arrived' | 'go on';

/** Whether the case stands where its plan ends. */
function arrived({ walk, plan }: Scene): 'arrived' | 'go on' {
  return walk.aggregate().file.stage === plan.stage ? 'arrived' : 'go on';
}

function goTo(scene: Scene, step: keyof Plan['at']): void {
  scene.walk.on(scene.days.dateAt(scene.plan.start + scene.plan.at[step]));
}

const register: Step = (scene) => {
  const { walk, random, outline, situation, officer } = scene;
  walk.on(situation.inspectedOn);
  walk.act(officer, 'case.register', {
    channel: outline.channel, district: outline.district, cause: outline.violation.cause, violationId: outline.violation.id,
    clue: { source: outline.source, receivedOn: situation.inspectedOn, subject: clueSubject(situation).slice(0, 200), description: clueDescription(random, situation) },
  });
  return arrived(scene);
};

const assign: Step = (scene) => {
  goTo(scene, 'assign');
  scene.walk.advance(scene.outline.head, 'assign', '', { officerIds: scene.outline.officers.map((one) => one.id), noRecusal: true });
  return arrived(scene);
};

const verify: Step = (scene) => {
  const { walk, random, outline, situation, officer } = scene;
  goTo(scene, 'propose');
  if (scene.plan.stage === 'NOFILE') {
    walk.advance(outline.leader, 'reject-clue', '经核查，不符合立案条件。', { ground: random.pick(['no-violation', 'jurisdiction', 'minor']) });
    return 'arrived';
  }
  const changes = { party: outline.party, project: outline.project, actOn: situation.inspectedOn, facts: facts(random, situation), nature: nature(random, situation) };
  edit(scene, changes, { facts: '', nature: '' });
  addEvidence(scene, 'documentary', outline.party.kind === 'person' ? '居民身份证复印件' : '营业执照复印件', '当事人的主体资格');
  addEvidence(scene, 'audiovisual', '现场照片', `现场状况：${random.pick(FINDINGS)}`);
  const conditions = Object.fromEntries(Object.keys(FILING_CONDITIONS).map((key) => [key, true]));
  walk.advance(officer, 'propose-filing', '经核查，符合立案条件，建议立案。', { conditions });
  return arrived(scene);
};

const file: Step = (scene) => {
  goTo(scene, 'file');
  scene.walk.advance(scene.outline.leader, 'approve-filing', scene.random.pick(OPINIONS));
  scene.walk.issue(scene.officer, 'LASP');
  return 'go on';
};

const investigate: Step = (scene) => {
  const { walk, random, outline } = scene;
  goTo(scene, 'record');
  walk.issue(scene.officer, 'XCJC', inspectionRecord(scene));
  goTo(scene, 'question');
  walk.issue(scene.officer, 'XWBL', interviewRecord(scene));
  addEvidence(scene, 'documentary', random.pick(['施工合同', '监理合同', '商品房买卖合同', '检测报告', '施工日志', '委托协议']), '违法行为的对象和规模');
  if (random.chance(0.6)) addEvidence(scene, 'statement', '当事人的书面说明', '当事人对违法事实的承认');
  if (scene.plan.stage === 'SUSP') walk.advance(outline.leader, 'suspend', '当事人下落不明，同意中止调查。', { ground: 'D' });
  return arrived(scene);
};

const report: Step = (scene) => {
  const { walk, officer, outline, situation } = scene;
  goTo(scene, 'report');
  const proposed = { ...outline.penalty, otherItems: [correction(situation)] };
  edit(scene, { discretion: outline.discretion, proposed }, { discretion: walk.aggregate().file.discretion });
  const documentId = scene.random.uuid();
  walk.act(officer, 'document.create', { documentId, code: 'DCZJ', aboutDocumentId: null, values: {} });
  const identity = walk.aggregate().file.evidence[0]?.id ?? '';
  walk.advance(officer, 'submit-report', '违法事实清楚，证据确凿，建议给予行政处罚。', { recordsSigned: true, identityEvidenceId: identity });
  walk.act(officer, 'document.issue', { documentId });
  return arrived(scene);
};

const approveReport: Step = (scene) => {
  goTo(scene, 'reviewReport');
  scene.walk.advance(scene.outline.head, 'approve-report', scene.random.pick(OPINIONS));
  return arrived(scene);
};

const notify: Step = (scene) => {
  goTo(scene, 'approveNotice');
  scene.walk.advance(scene.outline.leader, 'approve-notice', scene.random.pick(OPINIONS));
  const documentId = scene.walk.issue(scene.officer, 'GZS');
  goTo(scene, 'serveNotice');
  serve(scene, documentId);
  return arrived(scene);
};

const endDefence: Step = (scene) => {
  const { walk, random, plan, officer } = scene;
  if (plan.stage === 'DEFENCE' || random.chance(0.15)) {
    goTo(scene, 'defend');
    walk.advance(officer, 'record-defence', '', { receivedOn: walk.today(), content: `当事人提出：${random.pick(EXCUSES)}，${random.pick(CORRECTIONS)}，请求从轻处罚。` });
    if (arrived(scene) === 'arrived') return 'arrived';
    goTo(scene, 'endDefence');
    walk.advance(officer, 'review-defence', '', { adopted: 'no', reviewOpinion: '当事人提出的情节在裁量时已经考虑，不予采纳。', noHearing: true });
    walk.issue(officer, 'SSFH', { form: '书面', result: '维持拟作出的行政处罚' });
  } else {
    goTo(scene, 'endDefence');
    walk.advance(officer, 'close-defence', '', { noHearing: true });
  }
  return arrived(scene);
};

const review: Step = (scene) => {
  const { walk, outline, context } = scene;
  goTo(scene, 'review');
  const points = Object.fromEntries(REVIEW_POINT_KEYS.map((key) => [key, true]));
  walk.advance(outline.reviewer, 'pass-review', '事实清楚，证据充分，适用依据准确，程序合法，裁量适当，同意。', { points });
  walk.issue(outline.reviewer, 'FZSH');
  // A case meant to wait for the collective whose fine needs none ends one stage further.
  if (arrived(scene) === 'arrived' || scene.plan.stage === 'COLLECT') return 'arrived';
  if (!discussionRequired(walk.aggregate().file, { ...context, today: walk.today() })) return 'go on';
  goTo(scene, 'discuss');
  const attendees = ['主要负责人', '分管领导', '法制机构负责人', '办案机构负责人'].map((post) => `${inventedPerson(scene.random)}（${post}）`);
  const minutes = { ...recordTimes(walk, 30), place: '本局会议室', host: attendees[0], recorder: outline.reviewer.name, opinions: attendees.map((name) => `${name}：同意`), vote: '应到四人，实到四人；同意四人' };
  walk.advance(outline.leader, 'record-discussion', '', { heldOn: walk.today(), attendees, conclusion: '同意拟处罚意见。' });
  walk.issue(scene.officer, 'JTTL', minutes);
  return arrived(scene);
};

const decide: Step = (scene) => {
  goTo(scene, 'decide');
  scene.walk.advance(scene.outline.leader, 'approve-decision', scene.random.pick(OPINIONS));
  goTo(scene, 'issue');
  scene.walk.issue(scene.officer, 'CFJD');
  return arrived(scene);
};

const serveDecision: Step = (scene) => {
  goTo(scene, 'serve');
  const decision = scene.walk.aggregate().file.documents.findLast((document) => document.code === 'CFJD');
  serve(scene, decision?.id ?? '');
  return arrived(scene);
};

const perform: Step = (scene) => {
  const { walk, officer } = scene;
  goTo(scene, 'pay');
  receipt(scene);
  goTo(scene, 'proposeClosing');
  walk.advance(officer, 'propose-closing', '罚款已缴清，违法行为已改正，建议结案。', { otherItemsDone: true });
  return arrived(scene);
};

const close: Step = (scene) => {
  goTo(scene, 'close');
  scene.walk.advance(scene.outline.leader, 'approve-closing', scene.random.pick(OPINIONS));
  return 'arrived';
};

const STEPS: readonly Step[] = [register, assign, verify, file, investigate, report, approveReport, notify, endDefence, review, decide, serveDecision, perform, close];

/** Beginning and end of a record that has just been made out. */
function recordTimes(walk: Walk, minutes: number): { readonly startAt: string; readonly endAt: string } {
  const startAt = walk.minute();
  walk.pass(minutes);
  return { startAt, endAt: walk.minute() };
}

function inspectionRecord({ walk, random, outline, situation }: Scene): Readonly<Record<string, unknown>> {
  return {
    ...recordTimes(walk, random.between(30, 90)), place: outline.project.address,
    person: outline.party.kind === 'person' ? outline.party.name : outline.party.representative, weather: random.pick(['晴', '多云', '阴', '小雨']),
    findings: [`${random.pick(FINDINGS)}。`, `${random.pick(PARTS)}正在使用${random.pick(MATERIALS)}。`, `${situation.partyName}现场未能提供有关${situation.violation.cause}的合法手续。`],
    comment: '以上情况属实。',
  };
}

function interviewRecord({ walk, random, outline }: Scene): Readonly<Record<string, unknown>> {
  const { party, violation } = outline;
  const person = party.kind === 'person';
  return {
    ...recordTimes(walk, random.between(30, 90)), place: '本局询问室', relation: person ? '当事人' : '法定代表人',
    ...(person ? {} : { sex: '男', idNumber: inventedIdNumber(random, '男').number }),
    certificateAnswer: '看清楚了。', rightsAnswer: '听清楚了，不申请回避。',
    dialogue: [
      { question: '请说明你的身份和与该工程的关系。', answer: person ? '我是当事人本人。' : `我是${party.name}的${party.representativePost}。` },
      { question: `该工程是否存在${violation.cause}的情况？`, answer: `存在，因为${random.pick(EXCUSES)}。` },
      { question: `自${chineseDate(walk.today())}检查之后采取了什么措施？`, answer: `${random.pick(CORRECTIONS)}。` },
      { question: '你还有什么要补充的？', answer: '没有了。' },
    ],
  };
}
