import { CASE, drawPhoto, scanPdf } from '../material.ts';
import { addEvidence, localDay, type Scene, takeOver } from '../scene.ts';

/** From the clue to the approved filing: officer, unit head, officer, leader. */
export async function playFiling(scene: Scene): Promise<void> {
  const { desk, camera, story } = scene;
  await register(scene);
  story.tell('A clue is registered: the archives of a finished project were never handed over.');
  await takeOver(scene, 'jchead', CASE.subject);
  await assign(scene);
  story.tell('The unit head assigns two officers with valid certificates.');
  await takeOver(scene, 'jc01', CASE.subject);
  await verify(scene);
  story.tell('Party, project and first evidence are entered; the officer proposes the filing.');
  await takeOver(scene, 'leader1', CASE.party);
  await camera.take('filing-approval');
  await desk.step('approve-filing', '同意立案。');
  await desk.find('case-number').filter({ hasText: 'SZZJ-JC-' }).waitFor();
  const number = await desk.find('case-number').innerText();
  story.note('caseNumber', number);
  story.tell(`The leader approves the filing; the server gives case number ${number}.`);
}

async function register({ desk, camera }: Scene): Promise<void> {
  await desk.click('nav-cases');
  await desk.click('register-clue');
  await desk.choose('field-clue.source', '监督检查');
  await desk.fill('field-clue.subject', CASE.subject);
  await desk.fill('field-clue.description', '开展城建档案移交专项检查时发现，示例明镜花园二期工程竣工验收后，建设单位超过规定期限仍未移交建设项目档案。');
  await desk.choose('field-district', '苏州市本级');
  await desk.search('field-violationId', 'J16');
  await camera.take('register-clue');
  await desk.click('register-submit');
  await desk.find('case-page').waitFor();
}

async function assign({ desk, camera }: Scene): Promise<void> {
  await desk.step('assign', '请两位尽快核查。', async () => {
    await desk.click('officers-lead');
    await desk.click('officer-jc01');
    await desk.click('officers-others');
    await desk.click('officer-other-jc02');
    await desk.page.keyboard.press('Escape');
    await desk.click('step-field-noRecusal');
    await camera.take('assign');
  });
}

async function verify(scene: Scene): Promise<void> {
  const { desk, camera, folder } = scene;
  await desk.section('party');
  await desk.choose('field-party.kind', '法人');
  await desk.fill('field-party.name', CASE.party);
  await desk.fill('field-party.creditCode', CASE.creditCode);
  await desk.fill('field-party.representative', CASE.representative);
  await desk.fill('field-party.representativePost', '董事长');
  await desk.fill('field-party.address', CASE.address);
  await desk.fill('field-party.phone', CASE.phone);
  await desk.section('project');
  await desk.fill('field-project.name', CASE.project);
  await desk.fill('field-project.address', CASE.projectAddress);
  await desk.section('facts');
  await desk.fillDate('field-actOn', localDay(-60));
  await addEvidence(scene, [
    { file: await drawPhoto(desk, folder, '工程竣工现场'), title: '工程竣工现场照片', proves: '该工程已经竣工并投入使用' },
    { file: scanPdf(folder, '营业执照复印件', [`名称：${CASE.party}`, `统一社会信用代码：${CASE.creditCode}`, `法定代表人：${CASE.representative}`, `住所：${CASE.address}`]), title: '营业执照复印件', proves: '当事人的主体资格', kind: '书证' },
  ]);
  await camera.takeAll('case-evidence');
  await desk.step('propose-filing', '已有初步证据，建议立案。', async () => {
    for (const condition of ['evidence', 'jurisdiction', 'limitation']) await desk.click(`step-field-conditions-${condition}`);
  });
}
