import { describe, expect, it } from 'vitest';
import { PDF_READER_POLICY, PRINT_POLICY, windowPolicy } from '#main/security/content-security-policy.ts';
import { externalTarget } from '#main/security/external-hosts.ts';
import { serverOrigin } from '#main/security/server-url.ts';
import { staticFile } from '#main/security/static-path.ts';
import { forbiddenSwitches } from '#main/security/switches.ts';

describe('content security policy', () => {
  const policy = windowPolicy('https://zfjg.example.gov.cn');

  it('starts from nothing and evaluates nothing', () => {
    expect(policy.startsWith("default-src 'none'; script-src 'self';")).toBe(true);
    for (const each of [policy, PRINT_POLICY, PDF_READER_POLICY]) expect(each).not.toMatch(/ 'unsafe-eval'|\*|http:(?!\/\/127)/);
  });

  it('connects to the configured server only', () => {
    expect(policy).toContain("connect-src 'self' https://zfjg.example.gov.cn;");
  });

  it('lets no inline script or style sheet in', () => {
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(policy).toMatch(/style-src 'self';/);
  });
});

describe('files of the window', () => {
  const root = '/opt/desk/renderer';

  it('are found below the root only', () => {
    expect(staticFile(root, '/')).toEqual({ file: '/opt/desk/renderer/index.html', mime: 'text/html; charset=utf-8' });
    expect(staticFile(root, '/assets/index-1.js')?.file).toBe('/opt/desk/renderer/assets/index-1.js');
  });

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/..%2f..%2fetc/passwd.json', '/a/../../x.js', '/%00.html', '/..%5c..%5cx.js', '/%zz.html', '/etc/passwd', '/../renderer-2/x.js'])('refuses %s', (address) => {
    expect(staticFile(root, address)).toBeNull();
  });
});

describe('links out of the program', () => {
  it('open listed government sites', () => {
    expect(externalTarget('https://flk.npc.gov.cn/detail2.html?id=1')?.name).toBe('国家法律法规数据库');
    expect(externalTarget('https://zfcjj.suzhou.gov.cn/')?.name).toBe('苏州市人民政府');
  });

  it.each([
    'http://flk.npc.gov.cn/', 'https://flk.npc.gov.cn.evil.example/', 'https://evil.example/?https://flk.npc.gov.cn', 'https://sub.flk.npc.gov.cn/',
    'https://flk.npc.gov.cn:8443/', 'https://user@flk.npc.gov.cn/', 'https://notsuzhou.gov.cn/', 'javascript:alert(1)', 'file:///etc/passwd', 'smb://host/share', '\\\\host\\share', 'ms-msdt:/id', '',
  ])('refuse %s', (link) => {
    expect(externalTarget(link)).toBeNull();
  });
});

describe('server address', () => {
  it('is kept as its origin', () => {
    expect(serverOrigin(' https://zfjg.example.gov.cn/login?x=1 ')).toEqual({ ok: true, value: 'https://zfjg.example.gov.cn' });
    expect(serverOrigin('http://127.0.0.1:7380')).toEqual({ ok: true, value: 'http://127.0.0.1:7380' });
    expect(serverOrigin('http://[::1]:7380/')).toEqual({ ok: true, value: 'http://[::1]:7380' });
  });

  it.each(['zfjg.example', 'ftp://host', 'https://user:word@host', 'http://10.0.0.8', 'http://127.0.0.1.evil.example', 'file:///x'])('refuses %s', (text) => {
    const refused = serverOrigin(text);
    expect(refused.ok ? null : refused.error).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'serverUrl' } });
  });
});

describe('switches', () => {
  it('that open the program are named, however they are written', () => {
    expect(forbiddenSwitches(['--remote-debugging-port=9222', '-inspect', '--Proxy-Server=x', '--profile-dir=/x', 'file'])).toEqual(['remote-debugging-port', 'inspect', 'proxy-server']);
  });

  it('of ordinary use pass', () => {
    expect(forbiddenSwitches(['--profile-dir=/home/a', '--lang=zh-CN', '--disable-gpu', 'inspect'])).toEqual([]);
  });
});
