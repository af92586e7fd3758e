import { CASE, drawPhoto } from '../material.ts';
import { addEvidence, exportPdf, localDay, localMinute, type Scene, takeOver } from '../scene.ts';

/** The investigation: online, then with the network pulled, then everything arrives. */
export async function playOffline(scene: Scene): Promise<void> {
  const { desk, camera, story, stage } = scene;
  await takeOver(scene, 'jc01', CASE.party);
  await fileApproval(scene);
  story.tell('The filing approval form is issued with its number.');
  stage.cable.set({ refuse: true });
  await desk.page.evaluate(() => window.desk.call('sync.now', {}));
  await desk.find('offline-banner').waitFor();
  story.tell('The network is pulled. The banner says so; the work goes on.');
  await inspect(scene);
  await question(scene);
  await conclude(scene);
  await camera.takeAll('case-offline');
  await showNumbersNeedNetwork(scene);
  const waiting = await outbox(scene);
  story.note('commandsWaitingOffline', waiting);
  story.tell(`Offline: two records, a report, new evidence, submitted for review; ${String(waiting)} commands wait in the outbox.`);
  stage.cable.set({});
  await story.timed('syncAfterOffline', () => desk.synced());
  await desk.find('offline-banner').waitFor({ state: 'hidden' });
  story.tell('The network is back: every command arrived, in order, once.');
}

async function fileApproval(scene: Scene): Promise<void> {
  const { desk, camera } = scene;
  await desk.openPaper('LASP');
  await camera.takeAll('document-approval-form');
  await desk.issue();
  await exportPdf(scene);
  await desk.backToCase();
}

async function inspect(scene: Scene): Promise<void> {
  const { desk, camera, story, folder } = scene;
  await desk.openPaper('XCJC');
  await desk.fillDate('document-field-startAt', localMinute(-180));
  await desk.fillDate('document-field-endAt', localMinute(-120));
  await desk.fillLines('document-field-findings', [
    '现场为已竣工交付的住宅小区，各单体工程均已投入使用。',
    '查阅建设单位工程资料室，工程准备阶段文件、监理文件、竣工图仍存放于该单位，未见移交凭证。',
    '建设单位不能提供城建档案馆出具的接收证明。',
  ]);
  await desk.fillLines('document-field-photos', ['照片1：工程竣工现场，由东南角拍摄。', '照片2：资料室档案柜，由门口拍摄。']);
  await desk.fill('document-field-weather', '晴');
  await desk.fill('document-field-comment', '情况属实，无异议。');
  await desk.find('document-missing').waitFor({ state: 'hidden' });
  story.note('previewRepaintMs', Number(await desk.page.locator('section.preview').getAttribute('data-repaint-ms')));
  await camera.takeAll('document-record-offline');
  await desk.issue();
  await exportPdf(scene);
  await desk.backToCase();
  await addEvidence(scene, [
    { file: await drawPhoto(desk, folder, '资料室档案柜'), title: '资料室档案柜照片', proves: '建设项目档案仍由当事人保管，未移交' },
  ]);
}

async function question(scene: Scene): Promise<void> {
  const { desk } = scene;
  await desk.openPaper('XWBL');
  await desk.fillDate('document-field-startAt', localMinute(-110));
  await desk.fillDate('document-field-endAt', localMinute(-60));
  await desk.fill('document-field-place', '建设单位会议室');
  await desk.fill('document-field-personName', CASE.representative).catch(() => undefined);
  await desk.choose('document-field-sex', '男');
  await desk.fill('document-field-idNumber', '320508199001011232');
  await desk.page.locator('[data-testid="document-field-relation"]').click();
  await desk.page.locator('.el-select-dropdown__item').filter({ visible: true }).first().click();
  await desk.fill('document-field-certificateAnswer', '看清楚了。');
  await desk.fill('document-field-rightsAnswer', '听清楚了，不申请回避。');
  await desk.fill('dialogue-question-0', '该工程何时竣工验收？建设项目档案是否移交？');
  await desk.fill('dialogue-answer-0', '两个多月前竣工验收合格，档案一直在公司资料室，没有移交。');
  await desk.issue();
  await exportPdf(scene);
  await desk.backToCase();
}

async function conclude(scene: Scene): Promise<void> {
  const { desk, camera } = scene;
  await desk.section('facts');
  await desk.fill('field-facts', `经查，${CASE.party}建设的${CASE.project}已竣工验收并交付使用，至检查之日仍未向建设行政主管部门移交建设项目档案。`);
  await desk.fill('field-nature', '当事人的行为属于工程竣工验收后未移交建设项目档案，违反了建设单位应当及时移交建设项目档案的规定。');
  await desk.section('penalty');
  await desk.click('tier-light');
  await desk.fill('field-discretion.factors', '系首次发现，案发后积极配合调查，未造成危害后果，属于轻微情形。');
  await desk.click('penalty-fine');
  await desk.fill('field-proposed.fineFen', '20000');
  await desk.section('correction');
  await desk.fillDate('field-correctiveOrder.servedOn', localDay());
  await desk.fillDate('field-correctiveOrder.dueOn', localDay(15));
  await camera.takeAll('case-penalty-offline');
  await desk.openPaper('DCZJ');
  await desk.issue();
  await exportPdf(scene);
  await desk.backToCase();
  await desk.step('submit-report', '事实清楚，证据充分，建议按轻微档次处罚。', async () => {
    await desk.click('step-field-recordsSigned');
    await desk.choose('step-field-identityEvidenceId', '营业执照');
  });
}

/** What needs the server says so instead of failing. */
async function showNumbersNeedNetwork({ desk, camera }: Scene): Promise<void> {
  await desk.click('nav-sync');
  await desk.find('outbox-row').first().waitFor();
  await camera.takeAll('sync-offline');
}

async function outbox({ desk }: Scene): Promise<number> {
  const count = await desk.page.evaluate(async () => {
    const answer = await window.desk.call('outbox.list', {});
    return answer.ok ? answer.value.length : 0;
  });
  return count;
}
