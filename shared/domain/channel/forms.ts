import type { CaseFile } from '../case-file/case-file.ts';
import type { Settings } from '../setting/settings.ts';
import { channelOf } from './in-force.ts';

/** The channel's own forms (渠道专用表单) that no exhibit of the case is called by. */
export function missingForms(file: Pick<CaseFile, 'channel' | 'evidence'>, settings: Pick<Settings, 'channels'> | null): readonly string[] {
  const titles = file.evidence.filter((each) => each.withdrawn === null).map((each) => each.title);
  return (channelOf(settings, file.channel)?.specialForms ?? []).filter((form) => !titles.some((title) => title.includes(form)));
}
