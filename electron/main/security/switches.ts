/**
 * Chromium and Node switches that open the program to a debugger, weaken TLS, or send its traffic elsewhere. No fuse
 * covers them, so a packaged desktop refuses to start with any of them.
 */
const FORBIDDEN = [
  'remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid', 'inspect-wait',
  'js-flags', 'load-extension', 'disable-extensions-except', 'disable-web-security', 'allow-file-access-from-files',
  'no-sandbox', 'disable-seccomp-filter-sandbox', 'disable-namespace-sandbox', 'single-process', 'no-zygote',
  'ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'allow-insecure-localhost', 'unsafely-treat-insecure-origin-as-secure',
  'proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'host-rules', 'host-resolver-rules',
  'ssl-key-log-file', 'log-net-log', 'net-log-capture-mode', 'enable-logging', 'log-file', 'user-data-dir', 'disk-cache-dir',
  'renderer-cmd-prefix', 'utility-cmd-prefix', 'gpu-launcher', 'renderer-startup-dialog',
] as const;

/** Exit status of a start that was refused (EX_CONFIG). */
export const REFUSED_EXIT_CODE = 78;

/** Forbidden switches among the words of the command line, written with one or two dashes, with or without a value. */
export function forbiddenSwitches(argv: readonly string[]): string[] {
  const names = argv.filter((word) => word.startsWith('-')).map((word) => word.replace(/^-+/, '').split('=', 1)[0]?.toLowerCase() ?? '');
  return FORBIDDEN.filter((name) => names.includes(name));
}
