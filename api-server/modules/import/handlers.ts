import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { IMPORT_PART_BYTES, IMPORT_STATES, type ImportState } from '#shared/contract/http/imports.ts';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import { fail, ok, type AppError, type Result } from '#shared/contract/result.ts';
import { IMPORT_TARGET_KEYS, IMPORT_TARGETS, mayImport, type ImportTargetKey } from '#shared/domain/import/target.ts';
import { audit } from '../../db/audit.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { TABLE_LIMITS } from '../../excel/table.types.ts';
import { REFUSALS } from '../../excel/refusals.ts';
import { daily, daysAgo } from '../../sync/daily.ts';
import { targetOf } from './plan.ts';
import { findRun, findRuns, forgetFiles, insertRun, keepChoices, moveRun, saveMapping, savePart, toRun, type RunRow } from './repository.ts';
import { rejectedOf, templateOf } from './sheets.ts';
import { createImportWorks, planRun, type AuditLine, type ImportWorks } from './work.ts';

type Names = 'imports' | 'startImport' | 'importPart' | 'checkImport' | 'importRun' | 'applyImport' | 'undoImport' | 'rejectedRows' | 'importTemplate';

/** Days that an uploaded file is kept, for the file of its rejected rows. */
const FILE_DAYS = 30;
const NO_RUN: AppError = { code: 'NOT_FOUND', message: '没有找到这次导入，请重新选择文件。' };

/** Imports into the registers: reading and writing go on after the answer; `importRun` tells where they stand. */
export function importHandlers(app: FastifyInstance, deps: ServerDeps): Pick<Handlers, Names> {
  const works = createImportWorks(deps, app.log);
  app.addHook('onClose', () => works.settled());
  daily(app, 'files of imports forgotten', () => forgetFiles(deps.db, daysAgo(deps.clock(), FILE_DAYS)));
  return { ...uploadHandlers(deps, works), ...stepHandlers(deps, works), ...readHandlers(deps) };
}

function allowed(request: FastifyRequest, target: ImportTargetKey): Result<null> {
  if (mayImport(request.officer, target)) return ok(null);
  const who = target === 'officer' ? '系统管理员' : '双随机管理员和系统管理员';
  return fail({ code: 'FORBIDDEN', message: `只有${who}可以导入${IMPORT_TARGETS[target]}，您的账号没有这一角色。` });
}

/** The run, if the caller may import what it imports. */
async function runOf(deps: ServerDeps, request: FastifyRequest, id: string): Promise<Result<RunRow>> {
  const run = await findRun(deps.db, id);
  if (run === null) return fail(NO_RUN);
  const may = allowed(request, run.target);
  return may.ok ? ok(run) : may;
}

function lineOf(request: FastifyRequest, objectId: string): AuditLine {
  return { officerId: request.officer.id, deviceId: request.deviceId, ip: request.ip, objectKind: 'import', objectId, requestId: request.id };
}

async function shown(deps: ServerDeps, id: string) {
  const run = await findRun(deps.db, id);
  return run === null ? fail(NO_RUN) : ok(toRun(run));
}

function uploadHandlers(deps: ServerDeps, works: ImportWorks): Pick<Handlers, 'startImport' | 'importPart' | 'checkImport'> {
  return {
    async startImport({ target, fileName, bytes }, request) {
      const may = allowed(request, target);
      if (!may.ok) return may;
      if (bytes > TABLE_LIMITS.bytes) return REFUSALS.tooLarge(TABLE_LIMITS.bytes / 1024 / 1024);
      const id = randomUUID();
      await insertRun(deps.db, { id, target, file_name: fileName, bytes, created_by: request.officer.id, created_by_name: request.officer.name }, deps.clock());
      return shown(deps, id);
    },
    async importPart({ importId, offset, content }, request) {
      const run = await runOf(deps, request, importId);
      if (!run.ok) return run;
      const bytes = Buffer.from(content, 'base64');
      if (run.value.state !== 'uploading') return fail({ code: 'CONFLICT', message: '这次导入的文件已经收齐，不能再改。要换文件请重新开始导入。' });
      if (offset % IMPORT_PART_BYTES !== 0 || bytes.length > IMPORT_PART_BYTES || offset + bytes.length > run.value.bytes) return fail({ code: 'INVALID_INPUT', message: '上传的内容与文件大小不符，请重新选择文件。' });
      await savePart(deps.db, importId, offset, bytes);
      return ok({ received: offset + bytes.length });
    },
    checkImport: (input, request) => checkImport(deps, works, input, request),
  };
}

async function checkImport(deps: ServerDeps, works: ImportWorks, input: HttpInput<'checkImport'>, request: FastifyRequest) {
  const { importId, sheet, mapping, skipHidden, keepMapping } = input;
  const run = await runOf(deps, request, importId);
  if (!run.ok) return run;
  if (!await moveRun(deps.db, importId, ['uploading', 'checked', 'failed'], 'checking', deps.clock())) return busy(run.value.state);
  await keepChoices(deps.db, importId, { sheet, mapping, skipHidden });
  if (keepMapping) await saveMapping(deps.db, run.value.target, mapping, request.officer.id, deps.clock());
  works.check({ ...run.value, sheet, mapping, skip_hidden: skipHidden });
  return shown(deps, importId);
}

function busy(state: ImportState) {
  return fail({ code: 'CONFLICT', message: `这次导入现在是「${IMPORT_STATES[state]}」，不能进行这一步。请刷新后查看。`, details: { state } });
}

function stepHandlers(deps: ServerDeps, works: ImportWorks): Pick<Handlers, 'applyImport' | 'undoImport'> {
  return {
    async applyImport({ importId }, request) {
      const run = await runOf(deps, request, importId);
      if (!run.ok) return run;
      if (run.value.state === 'applied') return ok(toRun(run.value));
      if (run.value.report !== null && run.value.report.missing.length > 0) return fail({ code: 'FIELD_INVALID', message: `文件缺少必需的列：${run.value.report.missing.join('、')}。请先对应列名或者补充这些列。` });
      if (!await moveRun(deps.db, importId, ['checked'], 'applying', deps.clock())) return busy(run.value.state);
      works.apply(run.value, lineOf(request, importId));
      return shown(deps, importId);
    },
    async undoImport({ importId }, request) {
      const run = await runOf(deps, request, importId);
      if (!run.ok) return run;
      if (!await moveRun(deps.db, importId, ['applied'], 'undoing', deps.clock())) return busy(run.value.state);
      works.undo(run.value, lineOf(request, importId));
      return shown(deps, importId);
    },
  };
}

function readHandlers(deps: ServerDeps): Pick<Handlers, 'imports' | 'importRun' | 'rejectedRows' | 'importTemplate'> {
  return {
    async imports(_input, request) {
      const imports = await findRuns(deps.db, IMPORT_TARGET_KEYS.filter((target) => mayImport(request.officer, target)));
      return ok({ imports: [...imports] });
    },
    async importRun({ importId }, request) {
      const run = await runOf(deps, request, importId);
      return run.ok ? ok(toRun(run.value)) : run;
    },
    async rejectedRows({ importId }, request) {
      const run = await runOf(deps, request, importId);
      if (!run.ok) return run;
      const planned = await planRun(deps, deps.db, run.value);
      if (!planned.ok) return planned;
      await audit(deps.db, { ...lineOf(request, importId), at: deps.clock(), action: 'import.rejected', outcome: 'ok' });
      return ok(await rejectedOf(planned.value.target, run.value.file_name, planned.value.table.headers, planned.value.rows));
    },
    async importTemplate({ target }, request) {
      const may = allowed(request, target);
      return may.ok ? ok(await templateOf(targetOf(target))) : may;
    },
  };
}
