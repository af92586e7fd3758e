import { dateTimeOf } from '#renderer/ui/format.ts';
import { saveFile } from '#renderer/ui/save-file.ts';
import type { EvidenceFile } from '#shared/domain/evidence/evidence.ts';
import { photoFacts, positionText } from '#shared/domain/evidence/exif.ts';

/** Minutes by which a camera's clock and a registered time (kept to the minute) may differ and still agree. */
const AGREE_MINUTES = 1;

/** SHA-256 in hex. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a photo says of itself, in an officer's words; `null` when it says nothing. */
export function photoRows(jpeg: Uint8Array): readonly { readonly label: string; readonly value: string }[] | null {
  const facts = photoFacts(jpeg);
  if (facts === null) return null;
  const rows = [
    { label: '拍摄时间', value: facts.takenAt === null ? '' : `${dateTimeOf(facts.takenAt)}${facts.zoneStated ? '' : '（未带时区，按北京时间）'}` },
    { label: '拍摄位置', value: positionText(facts) },
    { label: '海拔', value: facts.altitude === null ? '' : `${facts.altitude.toFixed(0)} 米` },
    { label: '设备', value: facts.camera },
    { label: '软件', value: facts.software },
    { label: '像素', value: facts.width === null || facts.height === null ? '' : `${String(facts.width)} × ${String(facts.height)}` },
    { label: '曝光', value: [facts.exposure, facts.aperture, facts.iso === null ? '' : `ISO ${String(facts.iso)}`].filter((part) => part !== '').join('，') },
  ].filter(({ value }) => value !== '');
  return rows.length === 0 ? null : rows;
}

/** Whether the time that was registered is the photo's own; `null` when the photo does not say. */
export function timeRemark(jpeg: Uint8Array, registered: string): { readonly agrees: boolean; readonly text: string } | null {
  const own = photoFacts(jpeg)?.takenAt ?? null;
  const [ownTime, time] = [Date.parse(own ?? ''), Date.parse(registered)];
  if (own === null || Number.isNaN(time)) return null;
  const agrees = Math.abs(ownTime - time) <= AGREE_MINUTES * 60_000;
  return { agrees, text: agrees ? '登记的取得时间与照片自带的拍摄时间一致。' : `登记的取得时间是 ${dateTimeOf(registered)}，与照片自带的拍摄时间 ${dateTimeOf(own)} 不同，请核对。` };
}

/** Hands a copy of the original to the person, who chooses where it goes. */
export function saveCopy(bytes: Uint8Array, file: EvidenceFile): void {
  saveFile(file.name, bytes as BlobPart, file.mime);
}
