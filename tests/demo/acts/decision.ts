import { CASE } from '../material.ts';
import { exportPdf, type Scene, takeOver } from '../scene.ts';
import { printOpenDocument } from '../printing.ts';
import { serve } from './notice.ts';

/** Legal review, the leader's approval, the decision on paper and its service. */
export async function playDecision(scene: Scene): Promise<void> {
  const { desk, camera, story } = scene;
  await takeOver(scene, 'fzsh1', CASE.party);
  await desk.step('pass-review', '事实清楚，证据确凿，程序合法，裁量适当，同意。', async () => {
    await desk.click('step-field-points-all');
    await camera.take('legal-review');
  });
  await desk.click('anchor-case-documents');
  await desk.makeDocument('FZSH');
  await desk.issue();
  await exportPdf(scene);
  story.tell('The legal reviewer, who is none of the officers, answers the eight points and passes.');
  await takeOver(scene, 'leader1', CASE.party);
  await desk.step('approve-decision', '同意处罚。');
  await takeOver(scene, 'jc01', CASE.party);
  await desk.openPaper('CFJD');
  await camera.takeAll('document-decision');
  await story.timed('issueDecision', () => desk.issue());
  const number = await desk.find('document-number').innerText();
  story.note('decisionNumber', number);
  await camera.takeAll('document-decision-issued');
  await exportPdf(scene);
  const printed = await printOpenDocument(scene, 'printDecision');
  story.tell(`The decision is issued as ${number}; ${printed}`);
  await serve(scene);
  story.tell('It is served; the receipt is made.');
}
