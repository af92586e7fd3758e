import { fail, ok, type Result } from '#shared/contract/result.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The origin of an address an officer typed. Plain http only to this machine: passwords and tokens travel there. */
export function serverOrigin(text: string): Result<string> {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    return fail({ code: 'INVALID_INPUT', message: '服务器地址不对。请按 https://主机名 或 https://主机名:端口 填写。', details: { field: 'serverUrl' } });
  }
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) {
    return fail({ code: 'INVALID_INPUT', message: '服务器地址须以 https:// 开头：用 http 时密码和案件会在网络上明文传送（本机地址除外）。', details: { field: 'serverUrl' } });
  }
  return ok(url.origin);
}
