import { type AppError, fail, ok, type Result } from '#shared/contract/result.ts';
import { CLUE_SOURCES, type CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import { pathLabel } from '#shared/domain/case-file/editable.ts';
import { EVIDENCE_KINDS } from '#shared/domain/evidence/evidence.ts';
import { DISTRICTS } from '#shared/domain/organisation/organisation.ts';
import { PARTY_KINDS, type PartyKind } from '#shared/domain/party/party.ts';
import type { CarriedCommand } from '#shared/domain/task/carry-over.ts';
import { citation } from '#shared/domain/violation/law-titles.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { formatYuan } from '#shared/domain/money/amount.ts';

/** A field of the new clue or case, and what of the visit fills it. */
export interface CarriedField {
  /** Path in the case file. */
  readonly path: string;
  readonly label: string;
  readonly value: string;
}

export interface CarriedGroup {
  readonly title: string;
  readonly fields: readonly CarriedField[];
}

/** The case of a task has one id from whichever desk it is handed over, so that a second try goes on where the first stopped. */
export function caseIdOf(taskId: string): string {
  return `case-${taskId}`.slice(0, 64);
}

interface Names {
  readonly channel: (key: string) => string;
  readonly officer: (id: string) => string;
  readonly violations: ReadonlyMap<string, Violation>;
}

/** Everything that goes over, field by field, as the case's page will show it. Empty fields are left out. */
export function carriedGroups(commands: readonly CarriedCommand[], names: Names): readonly CarriedGroup[] {
  const evidence = commands.flatMap((command) => (command.kind === 'evidence.add' ? [command.payload.evidence] : []));
  const groups = commands.flatMap((command): readonly CarriedGroup[] => {
    if (command.kind === 'case.register') return [clueGroup(command.payload, names)];
    return command.kind === 'case.edit' ? changeGroups(command.payload.changes) : [];
  });
  const exhibits: CarriedGroup = {
    title: '证据',
    fields: evidence.map((each, index) => ({ path: `evidence.${index}`, label: EVIDENCE_KINDS[each.kind], value: `${each.title}${each.file === null ? '' : `（${each.file.name}）`}` })),
  };
  return [...groups, exhibits].map((group) => ({ ...group, fields: group.fields.filter((field) => field.value !== '') })).filter((group) => group.fields.length > 0);
}

function clueGroup({ channel, district, clue, cause, violationId, fromTask }: CommandPayload<'case.register'>, names: Names): CarriedGroup {
  const violation = violationId === null ? undefined : names.violations.get(violationId);
  const field = (path: string, label: string, value: string): CarriedField => ({ path, label, value });
  return {
    title: '案件来源',
    fields: [
      field('clue.source', pathLabel('clue.source'), CLUE_SOURCES[clue.source]), field('clue.receivedOn', pathLabel('clue.receivedOn'), clue.receivedOn),
      field('clue.subject', pathLabel('clue.subject'), clue.subject), field('clue.description', pathLabel('clue.description'), clue.description),
      field('channel', '办案渠道', names.channel(channel)), field('district', '所属区域', DISTRICTS[district]), field('cause', '案由', cause),
      field('violationId', '违法行为', violation === undefined ? '' : `${violation.id} ${violation.cause}`), field('breached', '违反的条款', violation === undefined ? '' : citation(violation.breached)),
      field('fromTask.taskNo', '来源任务', fromTask?.taskNo ?? ''), field('fromTask.officerIds', '建议承办人', (fromTask?.officerIds ?? []).map(names.officer).join('、')),
    ],
  };
}

const GROUPS: Readonly<Record<string, string>> = { party: '当事人', project: '工程项目', correctiveOrder: '责令改正' };
const SKIPPED: ReadonlySet<string> = new Set(['project.id']);

function changeGroups(changes: CommandPayload<'case.edit'>['changes']): readonly CarriedGroup[] {
  const own = changes.filter(({ to }) => typeof to !== 'object').map(({ path, to }) => ({ path, label: pathLabel(path), value: String(to ?? '') }));
  const nested = changes.filter(({ to }) => typeof to === 'object' && to !== null).map(({ path, to }): CarriedGroup => ({
    title: GROUPS[path] ?? pathLabel(path),
    fields: Object.entries(to as Record<string, unknown>).map(([member, value]) => ({ path: `${path}.${member}`, label: pathLabel(`${path}.${member}`), value: memberText(`${path}.${member}`, value) })).filter((field) => !SKIPPED.has(field.path)),
  }));
  return [...nested, { title: '违法事实', fields: own }];
}

function memberText(path: string, value: unknown): string {
  if (path === 'party.kind') return PARTY_KINDS[value as PartyKind];
  if (path === 'project.contractPriceFen') return typeof value === 'number' && value > 0 ? `${formatYuan(value)} 元` : '';
  if (path === 'project.areaSquareMetres') return typeof value === 'number' && value > 0 ? `${value} 平方米` : '';
  if (path === 'correctiveOrder.corrected') return value === true ? '已改正' : value === false ? '未改正' : '';
  return typeof value === 'string' ? value : '';
}

export function fieldCount(groups: readonly CarriedGroup[]): number {
  return groups.reduce((sum, group) => sum + group.fields.length, 0);
}

/** What handing over needs of the desk. */
export interface HandOverDoor {
  /** The case as it stands; `null` while it was not registered. */
  readonly find: (caseId: string) => Promise<CaseFile | null>;
  readonly submit: <K extends CommandKind>(kind: K, caseId: string, payload: CommandPayload<K>) => Promise<Result<CaseFile>>;
  /** Says on the task that it became the case. */
  readonly close: (caseId: string) => Promise<Result<unknown>>;
}


/** What is still to be done of the commands, given the case as it stands. */
export function remaining(commands: readonly CarriedCommand[], file: CaseFile | null): readonly CarriedCommand[] {
  if (file === null) return commands;
  const known = new Set(file.evidence.map((each) => each.id));
  return commands.filter((command) => command.kind !== 'case.register' && !(command.kind === 'evidence.add' && known.has(command.payload.evidence.id)));
}

/**
 * Registers the clue, fills the case, adds the exhibits, then closes the task with it. Stops at the first refusal and says how
 * far it came; asked again it leaves out what stands already (`case.edit` of the same values changes nothing).
 */
export async function handOver(caseId: string, commands: readonly CarriedCommand[], door: HandOverDoor, progress: (done: number, total: number) => void = () => undefined): Promise<Result<string>> {
  const left = remaining(commands, await door.find(caseId));
  const total = commands.length + 1;
  let done = commands.length - left.length;
  progress(done, total);
  for (const command of left) {
    const result = await door.submit(command.kind, caseId, command.payload);
    if (!result.ok) return stopped(result.error, done, total);
    done += 1;
    progress(done, total);
  }
  const closed = await door.close(caseId);
  return closed.ok ? ok(caseId) : stopped(closed.error, done, total);
}

function stopped(error: AppError, done: number, total: number): Result<string> {
  const said = done === 0 ? '还没有建立案件' : `已完成 ${done} 步（共 ${total} 步），已建立的内容都保留`;
  return fail({ ...error, message: `${error.message}（${said}；处理后再点“移交立案”，会从中断处继续，不会重复）` });
}
