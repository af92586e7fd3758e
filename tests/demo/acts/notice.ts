import { CASE, scanPdf } from '../material.ts';
import { addEvidence, exportPdf, localMinute, type Scene, takeOver } from '../scene.ts';
import { printOpenDocument } from '../printing.ts';

/** Review of the report, approval, issue and service of the notice, and the party's waiver. */
export async function playNotice(scene: Scene): Promise<void> {
  const { desk, camera, story } = scene;
  await takeOver(scene, 'jchead', CASE.party);
  await desk.step('approve-report', '同意报告意见，提请告知。');
  await takeOver(scene, 'leader1', CASE.party);
  await desk.step('approve-notice', '同意告知。');
  story.tell('Unit head and leader approve report and notice.');
  await takeOver(scene, 'jc01', CASE.party);
  await desk.openPaper('GZS');
  await camera.takeAll('document-notice');
  await desk.issue();
  const number = await desk.find('document-number').innerText();
  await exportPdf(scene);
  await printOpenDocument(scene, 'printNotice');
  story.tell(`The notice is issued as ${number} and printed.`);
  await serve(scene);
  await camera.takeAll('case-defence-term');
  const refusal = await desk.find('blocked-close-defence').innerText();
  story.note('refusedBeforeTermEnds', refusal);
  story.tell(`The law holds: ${refusal.split('\n').find((line) => line.includes('陈述')) ?? refusal}`);
  await waive(scene);
  story.tell('The party waives its defence in writing; the case goes to legal review.');
}

/** Service of the open document and its receipt. */
export async function serve(scene: Scene): Promise<void> {
  const { desk, camera } = scene;
  await desk.click('document-serve');
  await desk.fillDate('service-time', localMinute(-1));
  await desk.fill('service-place', CASE.address);
  await desk.fill('service-recipient', CASE.representative);
  await desk.fill('service-relation', '法定代表人');
  await camera.take('service');
  await desk.click('service-confirm');
  await desk.find('service-dialog').waitFor({ state: 'hidden' });
  await desk.page.getByRole('heading', { name: '送达回证' }).waitFor();
  await desk.issue();
  await exportPdf(scene);
  await desk.backToCase();
}

async function waive(scene: Scene): Promise<void> {
  const { desk, folder } = scene;
  await addEvidence(scene, [{
    file: scanPdf(folder, '放弃陈述申辩声明', ['本单位已收到行政处罚意见告知书，对拟作出的处罚没有异议，自愿放弃陈述、申辩的权利。', `${CASE.party}`]),
    title: '放弃陈述申辩声明', proves: '当事人书面放弃陈述申辩', kind: '书证',
  }]);
  await desk.step('waive-defence', '', async () => { await desk.choose('step-field-evidenceId', '放弃陈述申辩声明'); });
  await desk.step('close-defence', '');
}
