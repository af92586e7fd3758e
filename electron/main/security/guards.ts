import { app, type WebContents } from 'electron';
import { log } from '../log.ts';
import { isWindowUrl } from './protocol.ts';

/** Holds for every page the program ever opens: no way out of `app://`, no further windows, no embedded views. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => { guard(contents); });
  // The handler exists so that nothing else can accept a bad certificate.
  app.on('certificate-error', (event, _contents, _url, error, _certificate, callback) => {
    event.preventDefault();
    log('certificate.refused', { error });
    callback(false);
  });
  app.on('select-client-certificate', (event) => { event.preventDefault(); });
  app.on('login', (event) => { event.preventDefault(); });
}

function guard(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void; readonly url: string }): void => {
    if (isWindowUrl(event.url) && isWindowUrl(contents.getURL())) return;
    log('navigation.refused', { scheme: event.url.split(':', 1)[0] ?? '' });
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => { event.preventDefault(); });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
