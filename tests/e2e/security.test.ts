import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desktop, launchDesktop } from '#tests/helpers/desktop.ts';

declare global {
  interface Window {
    /** Directives of the policy under which something was refused since the test began. */
    refused: string[];
  }
}

let folder = '';
let desktop: Desktop;
/** A stranger on the network that notes who comes. */
let stranger: Server;
let strangerUrl = '';
const visits: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'security-'));
  stranger = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('window.intruder = true');
  });
  await new Promise<void>((resolve) => { stranger.listen(0, '127.0.0.1', resolve); });
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  desktop = await launchDesktop({ profileDir: path.join(folder, 'profile') });
  await desktop.page.getByTestId('sign-in-login').waitFor({ timeout: 30_000 });
});

/** Waits until the page's policy has refused something under each of these directives. */
async function refusedUnder(...directives: readonly string[]): Promise<void> {
  await expect.poll(() => desktop.page.evaluate(() => window.refused)).toEqual(expect.arrayContaining([...directives]));
}

afterAll(async () => {
  await desktop.close();
  stranger.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => desktop.page.evaluate(() => {
  window.refused = [];
  document.onsecuritypolicyviolation = (event) => { window.refused.push(event.effectiveDirective); };
}));

describe('the window', () => {
  it('has no Node, no Electron, and one door with two handles', async () => {
    const seen = await desktop.page.evaluate(() => ({
      node: ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => name in window),
      desk: Object.keys(window.desk).sort(),
    }));
    expect(seen).toEqual({ node: [], desk: ['call', 'on'] });
  });

  it('runs in a sandbox of its own with every guard on', async () => {
    const preferences = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as Electron.WebContents & { getLastWebPreferences(): Electron.WebPreferences };
      const { contextIsolation, nodeIntegration, sandbox, webviewTag, webSecurity, nodeIntegrationInSubFrames, allowRunningInsecureContent } = contents.getLastWebPreferences();
      return { contextIsolation, nodeIntegration, sandbox, webviewTag, webSecurity, nodeIntegrationInSubFrames, allowRunningInsecureContent, persistent: contents.session.isPersistent() };
    }));
    expect(preferences).toEqual([{
      contextIsolation: true, nodeIntegration: false, sandbox: true, webviewTag: false, webSecurity: true, nodeIntegrationInSubFrames: false, allowRunningInsecureContent: false, persistent: false,
    }]);
  });

  it('evaluates no text as a program', async () => {
    await desktop.page.evaluate(() => {
      setTimeout('window.intruder = true');
      const inline = document.createElement('script');
      inline.textContent = 'window.intruder = true';
      document.head.append(inline);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.intruder = true');
      image.src = 'app://desk/none.png';
      document.body.append(image);
      return new Promise((resolve) => { image.addEventListener('error', resolve, { once: true }); });
    });
    await refusedUnder('script-src', 'script-src-attr', 'script-src-elem');
    expect(await desktop.page.evaluate(() => 'intruder' in window)).toBe(false);
    const policy = await desktop.page.evaluate(async () => (await fetch('index.html')).headers.get('content-security-policy'));
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).not.toContain('unsafe-eval');
  });

  it('reaches no other host: not by fetch, picture, script, style, frame, socket or form', async () => {
    const outcome = await desktop.page.evaluate(async (url) => {
      const fetched = await fetch(`${url}/fetch`).then(() => 'reached', () => 'refused');
      const socket = await new Promise((resolve) => {
        try {
          const attempt = new WebSocket(url.replace('http', 'ws'));
          attempt.onopen = () => { resolve('reached'); };
          attempt.onerror = () => { resolve('refused'); };
        } catch {
          resolve('refused');
        }
      });
      for (const [tag, attribute] of [['img', 'src'], ['script', 'src'], ['iframe', 'src'], ['link', 'href'], ['object', 'data'], ['video', 'src']] as const) {
        const element = document.createElement(tag);
        if (tag === 'link') element.setAttribute('rel', 'stylesheet');
        element.setAttribute(attribute, `${url}/${tag}`);
        document.body.append(element);
      }
      navigator.sendBeacon(`${url}/beacon`, 'x');
      return { fetched, socket };
    }, strangerUrl);
    await refusedUnder('connect-src', 'frame-src', 'img-src', 'media-src', 'object-src', 'script-src-elem', 'style-src-elem');
    expect(outcome).toEqual({ fetched: 'refused', socket: 'refused' });
    expect(visits).toEqual([]);
  });

  it('reads no file of the machine, whatever the address', async () => {
    const refused = await desktop.page.evaluate(async () => {
      const addresses = ['file:///etc/passwd', 'app://desk/../../../../etc/passwd', 'app://desk/%2e%2e/%2e%2e/package.json', 'app://desk/..%2f..%2fmain/index.js', 'app://print/x/index.html', 'app://other/index.html'];
      return Promise.all(addresses.map((address) => fetch(address).then((answer) => (answer.ok ? address : 'refused'), () => 'refused')));
    });
    expect(new Set(refused)).toEqual(new Set(['refused']));
  });

  it('opens no further window and goes nowhere else', async () => {
    const address = desktop.page.url();
    const opened = await desktop.page.evaluate((url) => window.open(url) === null, strangerUrl);
    await desktop.page.evaluate((url) => { location.href = `${url}/navigate`; }, strangerUrl).catch(() => undefined);
    await desktop.page.evaluate(() => { location.href = 'file:///etc/passwd'; }).catch(() => undefined);
    await desktop.page.evaluate((url) => {
      const form = document.createElement('form');
      form.action = `${url}/form`;
      document.body.append(form);
      form.submit();
    }, strangerUrl).catch(() => undefined);
    await refusedUnder('form-action');
    await expect.poll(() => readFileSync(path.join(folder, 'profile/logs/desktop.log'), 'utf8')).toMatch(/navigation\.refused.*"http"/);
    expect({ opened, address: desktop.page.url(), windows: desktop.app.windows().length }).toEqual({ opened: true, address, windows: 1 });
    expect(visits).toEqual([]);
  });

  it('is granted no permission', async () => {
    const answers = await desktop.page.evaluate(async () => {
      const states = await Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state, () => 'denied')));
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', () => 'denied');
      const screen = await navigator.mediaDevices.getDisplayMedia().then(() => 'granted', () => 'denied');
      const place = await new Promise((resolve) => { navigator.geolocation.getCurrentPosition(() => { resolve('granted'); }, () => { resolve('denied'); }); });
      return [...states, media, screen, place];
    });
    expect(new Set(answers)).toEqual(new Set(['denied']));
  });

  it('sends no one to a site that is not listed', async () => {
    const outcomes = await desktop.page.evaluate(async () => Promise.all(
      ['https://evil.example/', 'http://www.suzhou.gov.cn/', 'file:///etc/passwd', 'javascript:alert(1)', 'https://suzhou.gov.cn.evil.example/'].map((url) => window.desk.call('app.openExternal', { url }))));
    expect(outcomes.map((outcome) => (outcome.ok ? 'opened' : outcome.error.code))).toEqual(Array(5).fill('FORBIDDEN'));
  });

  it('opens a listed site only after the person agreed', async () => {
    await desktop.app.evaluate(({ dialog, shell }) => {
      const asked: string[] = [];
      const opened: string[] = [];
      Object.assign(globalThis, { asked, opened });
      dialog.showMessageBox = ((_window: unknown, question: Electron.MessageBoxOptions) => {
        asked.push(question.message);
        return Promise.resolve({ response: asked.length === 1 ? 1 : 0, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
      shell.openExternal = (url) => Promise.resolve(void opened.push(url));
    });
    const open = (): Promise<unknown> => desktop.page.evaluate(() => window.desk.call('app.openExternal', { url: 'https://flk.npc.gov.cn/detail' }));
    expect([await open(), await open()]).toEqual([{ ok: true, value: null }, { ok: true, value: null }]);
    const seen = await desktop.app.evaluate(() => {
      const { asked, opened } = globalThis as unknown as { asked: string[]; opened: string[] };
      return { asked, opened };
    });
    expect(seen).toEqual({ asked: Array(2).fill('将用系统浏览器打开「国家法律法规数据库」'), opened: ['https://flk.npc.gov.cn/detail'] });
  });

  it('gets values for wrong names and wrong inputs, from main and worker alike', async () => {
    const codes = await desktop.page.evaluate(async () => {
      const call = window.desk.call as (name: string, input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>;
      const calls = [call('constructor', {}), call('fs.readFile', { path: '/etc/passwd' }), call('app.openExternal', { url: 5 }), call('pdf.save', { documentId: 'document-1', suggestedName: 'x', path: '/tmp/x' }), call('case.list', { limit: -1 })];
      return (await Promise.all(calls)).map(({ error }) => error?.code);
    });
    expect(codes).toEqual(['UNKNOWN_METHOD', 'UNKNOWN_METHOD', 'INVALID_INPUT', 'INVALID_INPUT', 'INVALID_INPUT']);
  });

  it('is not heard through a frame inside it', async () => {
    const heard = await desktop.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents;
      return contents.executeJavaScript(`new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = 'app://desk/index.html';
        frame.onload = () => { try { resolve('desk' in frame.contentWindow); } catch { resolve(false); } };
        document.body.append(frame);
      })`) as Promise<boolean>;
    });
    expect(heard).toBe(false);
  });

  it('keeps its folder for its user alone', () => {
    const open = walk(path.join(folder, 'profile')).filter((file) => (statSync(file).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });
});

function walk(root: string): string[] {
  const below = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile() || entry.isDirectory());
  return [root, ...below.flatMap((entry) => (entry.isDirectory() ? walk(path.join(root, entry.name)) : [path.join(root, entry.name)]))];
}
