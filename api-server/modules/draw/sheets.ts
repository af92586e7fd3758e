import type { HttpInput, HttpOutput } from '#shared/contract/http/contract.ts';
import { fail, ok, type Result } from '#shared/contract/result.ts';
import { channelName } from '#shared/domain/channel/in-force.ts';
import { percentText } from '#shared/domain/draw/parameters.ts';
import { DEPARTMENTS, PLAN_STATES, TARGETINGS } from '#shared/domain/draw/plan.ts';
import { CREDIT_CLASSES, LEFT_OUT_KINDS, OBJECT_KINDS } from '#shared/domain/draw/pool.ts';
import { PUBLICATION_STATES } from '#shared/domain/draw/publication.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { DISTRICTS } from '#shared/domain/organisation/organisation.ts';
import { INSPECTION_RESULTS, TASK_STATES } from '#shared/domain/task/task.ts';
import { type OutSheet, writeWorkbook } from '../../excel/write-workbook.ts';
import type { ReferenceData } from '../../sync/reference.ts';
import { type DrawDeps, type DrawRequest, readingRefusal, todayOf } from './acting.ts';
import { findPlans } from './plan-repository.ts';
import { drawOf, publicationsOf, recordOf } from './results.ts';

type Exported = HttpOutput<'exportDraws'>;

async function workbook(name: string, sheets: readonly OutSheet[]): Promise<Result<Exported>> {
  return ok({ name: `${name}.xlsx`, file: Buffer.from(await writeWorkbook(sheets)).toString('base64') });
}

function matterNames({ matters }: ReferenceData, codes: readonly string[]): string {
  return codes.map((code) => matters.get(code)?.name ?? code).join('；');
}

export async function exportDraws(deps: DrawDeps, input: HttpInput<'exportDraws'>, request: DrawRequest): Promise<Result<Exported>> {
  return await (input.what === 'plans' ? exportPlans(deps, input.year, request) : exportPublications(deps, input.year, request));
}

async function exportPlans(deps: DrawDeps, year: number, { officer }: DrawRequest): Promise<Result<Exported>> {
  const refusal = readingRefusal(officer);
  if (refusal !== null) return fail(refusal);
  const reference = await deps.reference.load();
  const rows = (await findPlans(deps.db, scopeOf(officer), year)).map(({ plan, draws, drawn, dispatched, finished }) => [
    plan.no, plan.name, TARGETINGS[plan.targeting], DEPARTMENTS[plan.departments], plan.partners.join('、'), channelName(reference.settings, plan.channel), DISTRICTS[plan.district], matterNames(reference, plan.matterCodes),
    OBJECT_KINDS[plan.objectKind], percentText(plan.ratioPermille), plan.from, plan.to, plan.leadOffice, PLAN_STATES[plan.state], draws, drawn, dispatched, finished,
  ]);
  return await workbook(`${String(year)}年度双随机抽查计划`, [{
    name: '年度抽查计划', caption: `${String(year)}年度双随机抽查计划（截至${todayOf(deps)}）`, rows,
    columns: [
      { title: '计划编号', width: 18 }, { title: '计划名称', width: 32 }, { title: '抽查类型' }, { title: '部门类型' }, { title: '参加部门', width: 20 }, { title: '渠道' }, { title: '区域', width: 16 }, { title: '抽查事项', width: 40 },
      { title: '抽查对象' }, { title: '抽查比例' }, { title: '开始日期', width: 12 }, { title: '结束日期', width: 12 }, { title: '牵头处室', width: 18 }, { title: '状态' },
      { title: '抽取次数', kind: 'number' }, { title: '抽取对象数', kind: 'number' }, { title: '已派发', kind: 'number' }, { title: '已有结果', kind: 'number' },
    ],
  }]);
}

async function exportPublications(deps: DrawDeps, year: number, request: DrawRequest): Promise<Result<Exported>> {
  const found = await publicationsOf(deps, { year }, request);
  if (!found.ok) return found;
  const reference = await deps.reference.load();
  const rows = found.value.rows.map((row) => [
    row.planName, row.taskNo, row.objectName, row.partyName, row.creditCode, DISTRICTS[row.district], matterNames(reference, row.matterCodes), row.officers.join('、'), row.resultOn, INSPECTION_RESULTS[row.result],
    row.dueOn, row.publishedOn, PUBLICATION_STATES[row.state],
  ]);
  return await workbook(`${String(year)}年度双随机抽查结果公示清单`, [{
    name: '公示清单', caption: `${String(year)}年度双随机抽查结果公示清单（截至${todayOf(deps)}）`, rows,
    columns: [
      { title: '抽查计划', width: 32 }, { title: '任务编号', width: 18 }, { title: '检查对象', width: 32 }, { title: '当事人', width: 32 }, { title: '统一社会信用代码', width: 22 }, { title: '属地', width: 16 }, { title: '抽查事项', width: 40 },
      { title: '检查人员', width: 18 }, { title: '检查日期', width: 12 }, { title: '抽查结果', width: 24 }, { title: '公示期限', width: 12 }, { title: '公示日期', width: 12 }, { title: '状态' },
    ],
  }]);
}

/** What a draw drew, with the pot's size and everything left out. */
export async function exportDraw(deps: DrawDeps, drawId: string, { officer }: DrawRequest): Promise<Result<Exported>> {
  const [found, recorded] = [await drawOf(deps, drawId, officer), await recordOf(deps, drawId, officer)];
  if (!found.ok) return found;
  if (!recorded.ok) return recorded;
  const { draw, items } = found.value;
  const { snapshot, recordHash } = recorded.value.record;
  const classes = new Map(snapshot.objects.map(({ id, creditClass }) => [id, creditClass]));
  return await workbook(`${draw.planName}抽取结果`, [
    {
      name: '抽取结果', caption: `${draw.planNo} 第${String(draw.serial)}次抽取：${String(draw.potSize)}个对象中抽取${String(items.length)}个，记录校验值 ${recordHash}`,
      columns: [{ title: '序号', kind: 'number' }, { title: '检查对象', width: 32 }, { title: '当事人', width: 32 }, { title: '统一社会信用代码', width: 22 }, { title: '属地', width: 16 }, { title: '信用等级' }, { title: '主检' }, { title: '协检' }, { title: '任务编号', width: 18 }, { title: '任务状态' }, { title: '抽查结果', width: 24 }, { title: '说明', width: 32 }],
      rows: items.map((item) => [
        item.position, item.objectName, item.partyName, item.creditCode, DISTRICTS[item.district], CREDIT_CLASSES[classes.get(item.objectId) ?? 'B'], item.officers[0]?.name ?? '', item.officers[1]?.name ?? '',
        item.task?.taskNo ?? '', item.task === null ? '' : TASK_STATES[item.task.state], item.task?.result == null ? '' : INSPECTION_RESULTS[item.task.result], item.setAside ?? (item.together > 1 ? '综合查一次' : ''),
      ]),
    },
    {
      name: '未纳入抽取', columns: [{ title: '名称', width: 36 }, { title: '类别', width: 14 }, { title: '理由', width: 60 }],
      rows: [...snapshot.leftOut, ...snapshot.officersLeftOut].map(({ name, kind, reason }) => [name, LEFT_OUT_KINDS[kind], reason]),
    },
  ]);
}
