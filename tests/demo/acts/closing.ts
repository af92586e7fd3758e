import { CASE } from '../material.ts';
import { localDay, type Scene, takeOver } from '../scene.ts';

/** Payment, re-check, closing, and a last look at everything. */
export async function playClosing(scene: Scene): Promise<void> {
  const { desk, camera, story } = scene;
  await desk.section('correction');
  await desk.fillDate('field-correctiveOrder.recheckedOn', localDay());
  await desk.click('corrected-yes');
  await desk.section('payments');
  await desk.click('payment-add');
  await desk.fill('payment-receipt', '演示票据-0001');
  await desk.click('payment-confirm');
  await desk.find('payment-row').waitFor();
  await camera.take('payment');
  await desk.step('propose-closing', '罚款已缴清，档案已移交，建议结案。', async () => { await desk.click('step-field-otherItemsDone'); });
  await takeOver(scene, 'leader1', CASE.party);
  await desk.step('approve-closing', '同意结案。');
  await desk.find('case-stage').filter({ hasText: '已结案' }).waitFor();
  await desk.section('timeline');
  await camera.takeAll('case-closed');
  story.tell('The fine is paid, the archives are handed over, the leader closes the case.');
  await lookAround(scene);
  await desk.synced();
}

async function lookAround({ desk, camera, password, story }: Scene): Promise<void> {
  await desk.click('evidence-view');
  await desk.find('evidence-viewer').waitFor();
  await camera.take('evidence-viewer');
  await desk.click('viewer-close');
  await desk.page.keyboard.press('Control+k');
  await desk.fill('search-input', '档案');
  await desk.find('search-hit').filter({ hasText: CASE.party }).first().waitFor();
  await camera.take('search');
  await desk.find('search-input').press('Escape');
  await desk.synced();
  await desk.signOut();
  await desk.signIn('admin', password);
  await desk.click('nav-admin');
  await desk.find('account-row').first().waitFor();
  await camera.takeAll('admin');
  story.tell('Viewer, search everywhere and the accounts page are on screen.');
}
