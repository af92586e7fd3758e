import { type AppError, fail, ok, type Result } from '../../contract/result.ts';
import { DOCUMENT_CODES, DOCUMENT_NAMES, type DocumentCode } from '../document/document-file.ts';
import { ARTICLES } from '../procedure/articles.ts';
import type { ChannelBody } from './channel.ts';
import { routeFaults } from './check-route.ts';
import { CHANNEL_STEPS, type ChannelStepKey, OPTIONAL_DOCUMENTS } from './steps.ts';

function invalid(path: string, message: string, article?: string): AppError {
  return { code: 'FIELD_INVALID', message, details: { path }, ...(article === undefined ? {} : { article }) };
}

function stepRefusal({ stepsOff }: ChannelBody): AppError | null {
  for (const key of stepsOff) {
    if (!Object.hasOwn(CHANNEL_STEPS, key)) return invalid('stepsOff', `没有“${key}”这个环节，请刷新后重新选择。`);
    const { title, article } = CHANNEL_STEPS[key as ChannelStepKey];
    if (article !== null) return invalid('stepsOff', `“${title}”是法律规定的环节，不能停用。`, article);
  }
  return null;
}

function officersRefusal({ officers }: ChannelBody): AppError | null {
  return officers >= 2 ? null : invalid('officers', '执法人员不得少于两人。', ARTICLES.officers);
}

function documentRefusal({ documentsOff }: ChannelBody): AppError | null {
  for (const code of documentsOff) {
    if (!(DOCUMENT_CODES as readonly string[]).includes(code)) return invalid('documentsOff', `文书目录中没有“${code}”。`);
    if (!OPTIONAL_DOCUMENTS.includes(code as DocumentCode)) return invalid('documentsOff', `《${DOCUMENT_NAMES[code as DocumentCode]}》是办案必需的文书，不能停用。`, ARTICLES.records);
  }
  return null;
}

function fieldsRefusal({ extraFields }: ChannelBody): AppError | null {
  const keys = extraFields.map((field) => field.key);
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  if (repeated !== undefined) return invalid('extraFields', `专项信息的代码“${repeated}”重复。`);
  const empty = extraFields.find((field) => field.kind === 'choice' && field.choices.length === 0);
  return empty === undefined ? null : invalid('extraFields', `专项信息“${empty.label}”没有可选项，请至少填写一项。`);
}

function termRefusal({ slaDays }: ChannelBody): AppError | null {
  return slaDays.investigation <= slaDays.decision ? null : invalid('slaDays', '调查取证的内部时限不能长于作出决定的内部时限；作出决定不超过90日。', ARTICLES.caseTerm);
}

/** Refuses what the law forbids a channel to do, with the article. The shape is checked before. */
export function checkChannel(body: ChannelBody): Result<null> {
  const refusal = stepRefusal(body) ?? officersRefusal(body) ?? routeFaults(body.route)[0] ?? documentRefusal(body) ?? fieldsRefusal(body) ?? termRefusal(body);
  return refusal === null ? ok(null) : fail(refusal);
}
