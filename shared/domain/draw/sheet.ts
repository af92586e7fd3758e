import { lineOf } from '../document/definitions/parts/typed.ts';
import { shanghaiDay, shanghaiMinute } from '../time-limit/days.ts';
import { percentText } from './parameters.ts';
import type { DrawRecord } from './record.ts';

/** What the sheet of a draw (双随机抽查任务单, SJDX) is filled with, besides its number. */
export interface DrawSheet {
  readonly issuedOn: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Digits in groups of eight: a line may end between them, and they are easier to compare. */
function inGroups(digits: string): string {
  return digits.match(/.{1,8}/g)?.join(' ') ?? '';
}

/** The sheet of a draw from its record. `matterName`: the name of a matter by its code. */
export function sheetOfDraw(record: DrawRecord, serial: number, matterName: (code: string) => string): DrawSheet {
  const { snapshot: { parameters, objects, officers }, result, witness, operator, planName } = record;
  const byId = new Map(objects.map((object) => [object.id, object]));
  const times = new Map<string, number>();
  for (const id of result.flatMap(({ officerIds }) => officerIds)) times.set(id, (times.get(id) ?? 0) + 1);
  return {
    issuedOn: shanghaiDay(operator.at),
    values: {
      task: `${planName}第${String(serial)}次抽取`, planNo: parameters.planNo, items: parameters.matterCodes.map(matterName), objectPool: `${String(objects.length)}个`, officerPool: `${String(officers.length)}人`,
      ratio: `${percentText(parameters.ratioPermille)}（${String(result.length)}个）`, drawnAt: shanghaiMinute(operator.at), seed: inGroups(record.seed), dueOn: parameters.dueOn, operator: operator.name, supervisor: witness.name,
      method: `从检查对象名录库和执法检查人员名录库中，由系统按随机种子随机抽取。种子由抽取前已公开承诺的系统种子和监督人的随机词“${witness.words}”共同生成；记录校验值 ${inGroups(record.recordHash)} ，凭抽取记录可以重新抽取核验。`,
      objects: result.map(({ objectId }) => {
        const object = byId.get(objectId);
        return lineOf(object?.partyName ?? '', object?.creditCode ?? '', object?.kind === 'project' ? object.name : '');
      }),
      inspectors: officers.filter(({ id }) => times.has(id)).map(({ id, name, certificateNo }) => lineOf(name, certificateNo, `检查${String(times.get(id) ?? 0)}个对象`)),
    },
  };
}
