export type FileFamily = 'picture' | 'pdf' | 'recording' | 'archive';

/** Kinds that are taken in: how they are called, and the endings their names may have. The first ending is the usual one. */
export const FILE_KINDS = {
  'image/jpeg': { family: 'picture', name: 'JPG 图片', endings: ['jpg', 'jpeg', 'jfif'] },
  'image/png': { family: 'picture', name: 'PNG 图片', endings: ['png'] },
  'image/webp': { family: 'picture', name: 'WebP 图片', endings: ['webp'] },
  'application/pdf': { family: 'pdf', name: 'PDF 文档', endings: ['pdf'] },
  'video/mp4': { family: 'recording', name: 'MP4 视频', endings: ['mp4', 'm4v', 'mov', '3gp'] },
  'video/webm': { family: 'recording', name: 'WebM 音视频', endings: ['webm', 'weba', 'mkv'] },
  'video/x-msvideo': { family: 'recording', name: 'AVI 视频', endings: ['avi'] },
  'audio/mpeg': { family: 'recording', name: 'MP3 录音', endings: ['mp3'] },
  'audio/mp4': { family: 'recording', name: 'M4A 录音', endings: ['m4a'] },
  'audio/aac': { family: 'recording', name: 'AAC 录音', endings: ['aac'] },
  'audio/wav': { family: 'recording', name: 'WAV 录音', endings: ['wav'] },
  'audio/ogg': { family: 'recording', name: 'OGG 录音', endings: ['ogg', 'oga', 'opus'] },
  'application/zip': { family: 'archive', name: 'ZIP 压缩包或者 Office 文档', endings: ['zip', 'docx', 'xlsx', 'pptx', 'ofd'] },
} as const satisfies Readonly<Record<string, { readonly family: FileFamily; readonly name: string; readonly endings: readonly string[] }>>;
export type AcceptedMime = keyof typeof FILE_KINDS;
