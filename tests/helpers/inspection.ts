import type { CommandPayload } from '#shared/domain/case-file/commands.ts';
import { checklistOf } from '#shared/domain/matter/checklist.ts';
import type { Matter } from '#shared/domain/matter/matter.ts';
import { PARTY } from './cases.ts';
import type { DeskPage } from './desk-page.ts';

/** A visit after a complaint, on 10 March 2026, with all that its papers can print. */
export function inspectionPlan(matter: Matter, title: string): CommandPayload<'task.create'> {
  return {
    channel: 'JC', district: '320500', source: 'complaint', checkClass: 'single', title, matterCodes: [matter.code], planId: null, parentId: null,
    party: { ...PARTY, phone: '0512-00000001', representativePost: '总经理' },
    project: { id: 'project-1', name: '示例家园二期', address: '苏州市姑苏区示例路1号', projectCode: '', permitNo: '', contractPriceFen: 1_280_000_000, areaSquareMetres: 52_000 },
    place: '苏州市姑苏区示例路1号示例家园二期工地', description: '群众反映该工地夜间施工，未见公示施工许可证，请核查。', urgent: false, plannedOn: '2026-03-10', dueOn: '2026-03-31',
    checklist: checklistOf([matter]).map((line) => ({ ...line, evidenceIds: [] })),
  };
}

/** Writes something like a name on the open sheet for signatures. */
export async function writeName(desk: DeskPage): Promise<void> {
  const { mouse } = desk.page;
  const box = await desk.find('signature-canvas').boundingBox();
  if (box === null) throw new Error('no sheet to sign on');
  for (const [from, to] of [[60, 200], [120, 320], [220, 420]] as const) {
    await mouse.move(box.x + from, box.y + 70);
    await mouse.down();
    for (let step = 0; step <= 12; step += 1) await mouse.move(box.x + from + ((to - from) * step) / 12, box.y + 70 + 60 * Math.sin(step / 2));
    await mouse.up();
  }
}

/** Whether the sheet shows ink where it was written on. */
export function inkOnSheet(desk: DeskPage): Promise<boolean> {
  return desk.find('signature-canvas').evaluate((sheet) => {
    if (!(sheet instanceof HTMLCanvasElement)) return false;
    const dots = sheet.getContext('2d')?.getImageData(0, 0, sheet.width, sheet.height).data ?? [];
    return dots.some((dot, index) => index % 4 === 3 && dot > 0);
  });
}
