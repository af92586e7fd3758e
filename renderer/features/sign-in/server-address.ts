/** Checks a server address and writes it the one way it is stored: origin only. `error` is the sentence at the field. */
export function readServerAddress(text: string): { readonly origin: string; readonly error: '' } | { readonly origin: null; readonly error: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { origin: null, error: '请填写服务器地址，例如 https://zfjg.example.com' };
  const candidate = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(candidate)) return { origin: null, error: '地址写法不对，应如 https://主机名 或 http://主机名:端口' };
  const url = new URL(candidate);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { origin: null, error: '地址须以 http:// 或 https:// 开头' };
  return { origin: url.origin, error: '' };
}
