import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '#api/db/seed/index.ts';
import { dateTimeOf } from '#renderer/ui/format.ts';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { CommandKind, CommandPayload } from '#shared/domain/case-file/commands.ts';
import { DeskPage } from '#tests/helpers/desk-page.ts';
import { type Desktop, launchDesktop } from '#tests/helpers/desktop.ts';
import { drawnPhoto, recordedFilm, threePagePdf, toneWav } from '#tests/helpers/exhibits.ts';
import { PHONE_RECORD, withExif } from '#tests/helpers/photo.ts';
import { removeDesk, startDesk } from '#tests/helpers/worker.ts';
import { startTestServer, type TestServer } from '#tests/helpers/server.ts';

const PASSWORD = 'evidence-2026-Suzhou';
const CASE = 'case-evidence-1';
const SUBJECT = '证据演示线索';
const YESTERDAY = dateTimeOf(Date.now() - 86_400_000).slice(0, 10);

let folder = '';
let server: TestServer;
let desktop: Desktop;
let desk: DeskPage;

async function submit<K extends CommandKind>(caseId: string, kind: K, payload: CommandPayload<K>): Promise<void> {
  const refusal = await desktop.page.evaluate(async (input) => {
    const answer = await window.desk.call('command.submit', input);
    return answer.ok ? '' : `${answer.error.code} ${answer.error.message}`;
  }, { kind, entityId: caseId, payload: payload as unknown });
  expect(refusal).toBe('');
}
async function caseFile(caseId = CASE): Promise<CaseFile> {
  const answer = await desktop.page.evaluate((id) => window.desk.call('case.get', { caseId: id }), caseId);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
async function register(caseId: string, subject: string): Promise<void> {
  await submit(caseId, 'case.register', { channel: 'JC', district: '320500', cause: '竣工后未移交建设项目档案', violationId: 'J16', clue: { source: 'inspection', receivedOn: YESTERDAY, subject, description: '日常检查发现。' } });
}
/** The unit head, at a desk of his own, gives the case to two officers. */
async function assign(caseId: string): Promise<void> {
  const rows = await server.db.selectFrom('officer').select(['id', 'login_name']).execute();
  const officerIds = ['jc01', 'jc02'].map((login) => rows.find((row) => row.login_name === login)?.id ?? '');
  const head = startDesk(server.url);
  await head.must('session.signIn', { loginName: 'jchead', password: PASSWORD });
  await head.settled();
  await head.submit('case.advance', caseId, { event: 'assign', opinion: '', data: { officerIds, noRecusal: true } });
  await head.settled();
  await head.close();
  removeDesk(head);
  await desk.synced();
}
function put(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
async function pick(...files: readonly string[]): Promise<void> {
  await desktop.page.getByTestId('evidence-file-input').setInputFiles([...files]);
}
async function confirm(...proves: readonly string[]): Promise<void> {
  await desk.find(`evidence-proves-${String(proves.length - 1)}`).waitFor();
  for (const [index, text] of proves.entries()) await desk.fill(`evidence-proves-${String(index)}`, text);
  await desk.click('evidence-confirm');
  await desktop.page.getByTestId('evidence-intake').waitFor({ state: 'detached' });
}
function card(title: string) {
  return desk.find('evidence-card').filter({ hasText: title });
}
async function view(title: string): Promise<void> {
  await card(title).getByTestId('evidence-view').click();
  await desk.find('evidence-viewer').waitFor();
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'evidence-'));
  server = await startTestServer();
  await seed(server.db, { password: PASSWORD, cases: 0, seedNumber: 5 });
  desktop = await launchDesktop({ profileDir: path.join(folder, 'profile'), serverUrl: server.url, saveDir: folder, size: { width: 1600, height: 1000 } });
  desk = new DeskPage(desktop.page);
  await desk.find('sign-in-login').waitFor();
  await desk.signIn('jc01', PASSWORD);
  await desk.synced();
  await register(CASE, SUBJECT);
  await desk.synced();
  await assign(CASE);
  await desk.click('nav-cases');
  await desk.find('case-row').filter({ hasText: SUBJECT }).click();
  await desk.find('case-page').waitFor();
  await desk.section('evidence');
});

afterAll(async () => {
  await desktop.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('evidence at the desk', () => {
  it('refuses bad files in words, and takes none of them', async () => {
    const whole = await drawnPhoto(desktop.page, '#446688');
    await pick(put('空.pdf', new Uint8Array()), put('其实是照片.pdf', whole), put('断了.jpg', whole.subarray(0, whole.length / 2)), put('坏了.pdf', new TextEncoder().encode('%PDF-1.7\nnothing\n%%EOF\n')), put('程序.exe', Uint8Array.from([0x4d, 0x5a, 0, 0])));
    const words = desk.find('evidence-failures');
    await words.filter({ hasText: '程序.exe' }).waitFor();
    const text = await words.innerText();
    for (const part of ['0 字节', '扩展名是 pdf，内容却是JPG 图片', '缺少结尾', '这个 PDF 打不开', '不是可接收的文件类型']) expect(text).toContain(part);
    expect(await desk.find('evidence-intake').count()).toBe(0);
    await desktop.page.getByText('知道了').click();
  });

  it('takes a photo\'s own time and place and says so, until a person writes over them', async () => {
    const record = { ...PHONE_RECORD, exif: [{ tag: 0x9003, type: 2 as const, values: `${YESTERDAY.replaceAll('-', ':')} 09:30:05` }] };
    await pick(put('整改前.jpg', withExif(await drawnPhoto(desktop.page, '#885533'), record)));
    await desk.find('evidence-intake').waitFor();
    expect(await desk.find('evidence-intake').getByText('照片自带').count()).toBe(2);
    expect(await desk.find('evidence-place-0').inputValue()).toBe('北纬31.29896°，东经120.58532°');
    await confirm('证明整改前的现场');
    expect((await caseFile()).evidence[0]).toMatchObject({ takenAt: new Date(`${YESTERDAY}T09:30:00+08:00`).toISOString(), origin: { takenAt: 'photo', takenPlace: 'photo' } });
  });

  it('knows the same file again', async () => {
    await pick(path.join(folder, '整改前.jpg'));
    await desk.find('evidence-same').waitFor();
    expect(await desk.find('evidence-same').innerText()).toContain('在卷的证据「整改前」内容完全相同');
    await desk.click('evidence-same-use');
    await desk.find('evidence-intake').waitFor({ state: 'detached' });
    expect((await caseFile()).evidence).toHaveLength(1);
  });

  it('takes a pasted picture, a PDF, a tone and a film, and shows what each is', async () => {
    const pasted = Buffer.from(await drawnPhoto(desktop.page, '#337755')).toString('base64');
    await desktop.page.evaluate((base64) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], '整改后.jpg', { type: 'image/jpeg' }));
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    }, pasted);
    await desk.find('evidence-proves-0').waitFor();
    await pick(put('合同.pdf', await threePagePdf()), put('询问录音.wav', toneWav()), put('现场录像.webm', await recordedFilm(desktop.page)));
    await desk.find('evidence-proves-3').waitFor();
    expect(await desk.find('evidence-duration-2').inputValue()).toBe('00:02');
    expect(await desk.find('evidence-pages-1').inputValue()).toBe('3');
    await confirm('证明整改后的现场', '证明合同关系', '证明当事人的陈述', '证明现场情况');
    await desktop.page.waitForFunction(() => document.querySelectorAll('[data-testid="evidence-card"] img').length === 4);
    expect((await caseFile()).evidence.map((each) => each.file?.mime)).toEqual(['image/jpeg', 'image/jpeg', 'application/pdf', 'audio/wav', 'video/webm']);
  });

  it('annotates beside the original, which stays as it was', async () => {
    await view('整改前');
    await desk.find('viewer-photo').waitFor();
    await desk.click('viewer-rotate');
    await desk.click('viewer-panel');
    await desk.click('annotation-add');
    const box = await desk.find('annotation-layer').boundingBox();
    if (box === null) throw new Error('no photo');
    const { mouse } = desktop.page;
    await mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
    await mouse.down();
    await mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 5 });
    await mouse.up();
    await desk.find('annotation-draft').waitFor();
    await desk.find('annotation-text').fill('此处 R0 i 未挂安全网');
    await desk.click('annotation-save');
    await desk.find('annotation-frame').waitFor();
    const [note] = (await caseFile()).evidence[0]?.annotations ?? [];
    expect(note).toMatchObject({ text: '此处 R0 i 未挂安全网', page: null });
    expect(note?.area?.x).toBeCloseTo(0.25, 1);
    expect(note?.area?.y).toBeCloseTo(0.5, 1);
    await desk.click('viewer-tab-facts');
    await desk.find('viewer-intact').filter({ hasText: '与登记时一致' }).waitFor();
    expect(await desk.find('viewer-exif').innerText()).toContain('Shili X1');
  });

  it('notes a copy before it leaves, and whose hands the exhibit went through', async () => {
    await desk.find('export-purpose').fill('送鉴定机构');
    await desk.click('export-copy');
    await desktop.page.waitForFunction(() => document.querySelector<HTMLInputElement>('[data-testid="export-purpose"]')?.value === '');
    await desk.click('viewer-tab-custody');
    const custody = await desk.find('custody').innerText();
    for (const part of ['收入案卷', '批注', '导出副本', '送鉴定机构']) expect(custody).toContain(part);
    await expect.poll(() => existsSync(path.join(folder, '整改前.jpg'))).toBe(true);
  });

  it('turns PDF pages, plays recordings, and compares two photos', async () => {
    await desktop.page.keyboard.press('Escape');
    await view('合同');
    await desktop.page.waitForFunction(() => document.querySelector('[data-testid="viewer-pdf-page"]')?.getAttribute('data-drawn') === 'yes');
    expect(await desktop.page.getByTestId('viewer-pdf-page').count()).toBe(3);
    await desk.click('viewer-next');
    const played = () => desktop.page.evaluate(async () => {
      const player = document.querySelector<HTMLVideoElement>('[data-testid="viewer-recording"]');
      if (player === null) return 0;
      player.muted = true;
      await player.play().catch(() => undefined);
      return player.currentTime;
    });
    await desk.find('viewer-recording').waitFor();
    await expect.poll(played, { timeout: 10_000 }).toBeGreaterThan(0);
    await desk.click('viewer-next');
    await desktop.page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('[data-testid="viewer-recording"]')?.videoWidth ?? 0) > 0);
    await desk.click('viewer-close');
    await desk.click('evidence-compare-open');
    await desktop.page.waitForFunction(() => document.querySelectorAll('[data-testid="evidence-compare"] img').length === 2);
    await desk.click('compare-close');
  });

  it('offers what the scanner writes to the open case, and leaves it there', async () => {
    const scans = path.join(folder, 'scans');
    mkdirSync(scans);
    await desktop.app.evaluate(({ dialog }, chosen) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] }); }, scans);
    await desk.click('scan-choose');
    await desk.find('scan-menu').waitFor();
    writeFileSync(path.join(scans, '扫描件0001.pdf'), readFileSync(path.join(folder, '合同.pdf')));
    await desk.find('scan-offer').filter({ hasText: '扫描件0001.pdf' }).waitFor({ timeout: 15_000 });
    await desk.click('scan-take');
    await desk.find('evidence-same').waitFor();
    await desk.click('evidence-same-apart');
    await confirm('证明扫描件的内容');
    await card('扫描件0001').waitFor();
    expect(existsSync(path.join(scans, '扫描件0001.pdf'))).toBe(true);
    expect(await desk.find('scan-offer').count()).toBe(0);
  });

  it('makes out the record of extraction with the hash of an electronic file', async () => {
    await pick(put('银行流水.xlsx', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, ...Array<number>(400).fill(7)])));
    await desk.find('evidence-device-0').waitFor();
    await desk.fill('evidence-device-0', '财务室台式机，联想 M720');
    await confirm('证明付款时间');
    const { sha256 = '' } = (await caseFile()).evidence.at(-1)?.file ?? {};
    await card('银行流水').getByTestId('evidence-record').click();
    await desk.find('document-page').waitFor();
    await desk.find('document-preview-page').first().waitFor();
    const record = (await caseFile()).documents.find((document) => document.code === 'DZSJ');
    const draft = await desktop.page.evaluate((documentId) => window.desk.call('document.get', { documentId }), record?.id ?? '');
    expect(draft.ok && draft.value.values).toMatchObject({ device: '财务室台式机，联想 M720', files: [expect.stringContaining(sha256)] });
    await desk.backToCase();
  });

  it('reaches the server whole', async () => {
    await desk.synced();
    const row = await server.db.selectFrom('case_file').select('body').where('id', '=', CASE).executeTakeFirstOrThrow();
    const { evidence } = row.body as unknown as CaseFile;
    expect(evidence).toHaveLength(7);
    expect(evidence[0]).toMatchObject({ annotations: [{ text: '此处 R0 i 未挂安全网' }], log: [{ act: 'exported', text: '送鉴定机构' }] });
    expect(readFileSync(path.join(folder, '整改前.jpg')).length).toBe(evidence[0]?.file?.bytes);
  });

  it('stays fluent with sixty exhibits', async () => {
    const [photo] = (await caseFile()).evidence;
    await register('case-evidence-60', '六十件证据的线索');
    for (let index = 0; index < 60; index += 1) {
      await submit('case-evidence-60', 'evidence.add', { evidence: { id: `exhibit-${String(index)}-00`, kind: index % 2 === 0 ? 'audiovisual' : 'physical', title: `证据${String(index)}`, proves: '证明现场情况', takenAt: photo?.takenAt ?? '', takenPlace: '示例工地', takenBy: '示例', file: index % 2 === 0 ? photo?.file ?? null : null } });
    }
    await desk.synced();
    await desk.click('nav-cases');
    await desk.find('case-row').filter({ hasText: '六十件证据的线索' }).waitFor();
    const [first, all] = await desktop.page.evaluate(async () => {
      const row = [...document.querySelectorAll<HTMLElement>('[data-testid="case-row"]')].find((each) => each.textContent.includes('六十件证据的线索'));
      const began = performance.now();
      row?.click();
      const shown = async (count: number): Promise<number> => {
        while (document.querySelectorAll('[data-testid="evidence-card"]').length < count) await new Promise((resolve) => { requestAnimationFrame(resolve); });
        return performance.now() - began;
      };
      return [await shown(1), await shown(60)] as const;
    });
    console.log(`a case with 60 exhibits: the first after ${first.toFixed(0)} ms, all after ${all.toFixed(0)} ms`);
    expect(all).toBeLessThan(5000);
  });
});
