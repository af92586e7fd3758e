import type { Scene } from '../scene.ts';

/** An officer signs in and looks around. */
export async function playOpening({ desk, camera, story, password }: Scene): Promise<void> {
  await desk.find('sign-in-login').waitFor();
  await camera.takeAll('sign-in');
  await story.timed('firstSignIn', () => desk.signIn('jc01', password));
  await story.timed('firstSync', () => desk.synced());
  story.tell('Officer jc01 signs in; the encrypted cache fills.');
  await desk.page.waitForFunction(() => /[1-9]/.test(document.querySelector('[data-testid="count-open"]')?.textContent ?? ''));
  await camera.takeAll('workbench');
  await desk.click('nav-cases');
  await desk.find('case-row').first().waitFor();
  await camera.takeAll('case-list');
  await desk.click('nav-matters');
  await desk.find('matter-row').first().waitFor();
  await camera.takeAll('matters');
  story.tell('Workbench, case list and the 33 supervision matters are on screen.');
}
