import { DOCUMENT_NAMES } from '#shared/domain/document/document-file.ts';
import { ROLES } from '#shared/domain/officer/officer.ts';
import { ACTOR_LABELS } from '#shared/domain/procedure/actors.ts';
import { APPROVAL_POINT_KEYS, pointOf } from '#shared/domain/procedure/approval-points.ts';
import { type CaseEvent, EVENTS } from '#shared/domain/procedure/events.ts';
import { GUARD_LABELS } from '#shared/domain/procedure/guards/labels.ts';
import { OVERLAYS } from '#shared/domain/procedure/overlays.ts';
import { STAGE_KEYS, STAGES } from '#shared/domain/procedure/stages.ts';
import { TRANSITIONS } from '#shared/domain/procedure/table.ts';
import type { Transition } from '#shared/domain/procedure/table.types.ts';
import { possibleStages } from '#shared/domain/procedure/targets.ts';

/** Stages a paper opens, not a step: from, to, what happens. */
const BY_PAPER = [
  ['NOTICE_APPR', 'NOTIFIED', '送达行政处罚意见告知书'],
  ['DEC_APPR', 'DECIDED', '签发行政处罚决定书'],
  ['DECIDED', 'SERVED', '送达决定书'],
] as const;

const INTRODUCTION = `# Procedure

Generated from \`shared/domain/procedure/table/\` by \`npm run docs:procedure\`; a unit test compares this file with the table.
The same table gives the stage rail, the buttons on a case's page and the server's checks. Steps that leave the case where
it is are in the table below and not in the diagram.
`;

function arrows(): readonly string[] {
  const labels = new Map<string, string[]>();
  const add = (from: string, to: string, label: string): void => {
    const key = `${from} --> ${to}`;
    labels.set(key, [...(labels.get(key) ?? []), label]);
  };
  for (const { from, to, event } of TRANSITIONS) for (const stage of from) for (const next of possibleStages(to)) if (next !== stage) add(stage, next, EVENTS[event]);
  for (const [from, to, label] of BY_PAPER) add(from, to, label);
  return [...labels].map(([arrow, texts]) => `  ${arrow}: ${[...new Set(texts)].join(' / ')}`);
}

function diagram(): string {
  const states = STAGE_KEYS.map((stage) => `  state "${STAGES[stage]}" as ${stage}`);
  return ['```mermaid', 'stateDiagram-v2', ...states, '  [*] --> CLUE', ...arrows(), '  NOFILE --> [*]', '  ARCH --> [*]', '```'].join('\n');
}

function targetText({ from, to }: Transition): string {
  const stages = possibleStages(to).filter((stage) => from.length > 1 || stage !== from[0]).map((stage) => STAGES[stage]);
  return stages.length === 0 ? '（不变）' : stages.join('、');
}

function row(transition: Transition): string {
  const cells = [
    transition.from.map((stage) => STAGES[stage]).join('、'), EVENTS[transition.event], targetText(transition),
    transition.actors.map((actor) => ACTOR_LABELS[actor]).join('、'), transition.guards.map((guard) => GUARD_LABELS[guard]).join('；') || '—',
    transition.document === undefined ? '—' : DOCUMENT_NAMES[transition.document], transition.article ?? '—',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Where a channel's route asks for further opinions, and whom it cannot take away. */
function approvalPoints(): readonly string[] {
  const named = (events: readonly CaseEvent[]): string => events.map((event) => EVENTS[event]).join('、');
  const rows = APPROVAL_POINT_KEYS.map(pointOf).map(({ title, stage, decides, returns, decider, article }) => `| ${title} | ${STAGES[stage]} | ${named(decides)} | ${named(returns)} | ${ROLES[decider]}${decider === 'leader' ? `或者${ROLES['bureau-head']}` : ''} | ${article ?? '—'} |`);
  return [
    '在审批点，渠道的审批路线可以要求多个节点依次“审核签署”，最后一个节点决定；前面的节点没有签署的，不能决定。轮到的节点也可以退回。', '',
    '| 审批点 | 环节 | 决定（签署完毕后才能办理） | 退回 | 最后由谁决定 | 依据 |', '|---|---|---|---|---|---|', ...rows, '',
  ];
}

/** The text of docs/procedure.md. */
export function procedureDocument(): string {
  const head = ['| 环节 | 办理事项 | 转入 | 办理人 | 前提（不具备的，系统拒绝） | 文书 | 依据 |', '|---|---|---|---|---|---|---|'];
  const papers = BY_PAPER.map(([from, to, label]) => `| ${STAGES[from]} | ${label} | ${STAGES[to]} |`);
  return [
    INTRODUCTION, '## 状态图', '', diagram(), '', '## 由文书推动的环节', '', '| 环节 | 事件 | 转入 |', '|---|---|---|', ...papers, '',
    '## 环节以外的状态', '', ...Object.values(OVERLAYS).map((label) => `- ${label}`), '', '## 审批点', '', ...approvalPoints(), '## 办理事项', '', ...head, ...TRANSITIONS.map(row), '',
  ].join('\n');
}
