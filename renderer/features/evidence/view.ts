/** How the viewer shows a kind of file; `none`: only outside this program. */
export type View = 'photo' | 'pdf' | 'recording' | 'none';

export function viewOf(mime: string): View {
  if (mime.startsWith('image/')) return 'photo';
  if (mime === 'application/pdf') return 'pdf';
  return mime.startsWith('audio/') || mime.startsWith('video/') ? 'recording' : 'none';
}
