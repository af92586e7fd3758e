import { type AppError, fail, ok, type Result } from '../../../contract/result.ts';
import { DOCUMENT_NAMES, type DocumentCode } from '../document-file.ts';
import { REQUIRED_PHRASES } from './required.ts';
import { builtInVersions, isWordingSet, type WordingSet } from './wordings.ts';

/** Longest text of one key, in characters. */
const LONGEST_TEXT = 1500;

const PLACE = /\{(\w+)\}/gu;

/** Name of a set as people say it. */
export function wordingTitle(set: WordingSet): string {
  return set === 'VOLUME' ? '案卷封面、目录、备考表、证物袋' : DOCUMENT_NAMES[set satisfies DocumentCode];
}

/** The newest built-in texts: what a change starts from and is measured by. */
export function builtInTexts(set: WordingSet): Readonly<Record<string, string>> {
  const versions = builtInVersions(set);
  return (versions.at(-1) ?? versions[0]).texts;
}

/** Names of the places of a text, each once, in their order. */
export function placesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name))];
}

/**
 * Whether the texts may take the place of the built-in ones: the same keys, in each the same places to fill, and everything
 * that the law asks to be said. The error names the first key at fault in `details.path`.
 */
export function checkWording(set: string, texts: Readonly<Record<string, string>>): Result<null> {
  if (!isWordingSet(set)) return fail({ code: 'NOT_FOUND', message: '没有这种文书，请升级客户端后重试。', details: { path: 'key' } });
  const refusals = wordingRefusals(set, texts);
  return refusals[0] === undefined ? ok(null) : fail(refusals[0]);
}

/** Everything that stands against the texts, key by key in the order of the built-in version. */
export function wordingRefusals(set: WordingSet, texts: Readonly<Record<string, string>>): readonly AppError[] {
  const builtIn = builtInTexts(set);
  const strange = Object.keys(texts).filter((key) => !Object.hasOwn(builtIn, key)).map((key) => refusal(key, `文书用语没有“${key}”这一段，请删去。`));
  return [...Object.entries(builtIn).flatMap(([key, text]) => textRefusals(set, key, text, texts[key])), ...strange];
}

function textRefusals(set: WordingSet, key: string, builtIn: string, text: string | undefined): readonly AppError[] {
  if (text === undefined || text.trim() === '') return [refusal(key, '这一段不能为空。不需要改动的，请保留内置的文字。')];
  if ([...text].length > LONGEST_TEXT) return [refusal(key, `这一段超过 ${LONGEST_TEXT} 字，请精简。`)];
  return [...placeRefusals(key, builtIn, text), ...phraseRefusals(set, key, text)];
}

function placeRefusals(key: string, builtIn: string, text: string): readonly AppError[] {
  const [wanted, found] = [placesOf(builtIn), placesOf(text)];
  const missing = wanted.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !wanted.includes(name));
  return [
    ...(missing.length === 0 ? [] : [refusal(key, `缺少由案件填入的内容：${marks(missing)}。请从上方的标记中插入。`)]),
    ...(unknown.length === 0 ? [] : [refusal(key, `没有可以填入${marks(unknown)}的内容，请删去，或者改用上方的标记。`)]),
    ...(/[{}]/u.test(text.replace(PLACE, '')) ? [refusal(key, '花括号不成对或者里面不是标记名称，请改正。')] : []),
  ];
}

function phraseRefusals(set: WordingSet, key: string, text: string): readonly AppError[] {
  const required = REQUIRED_PHRASES[set]?.[key] ?? [];
  return required.flatMap(({ phrases, article }) => {
    const missing = phrases.filter((phrase) => !text.includes(phrase));
    if (missing.length === 0) return [];
    return [{ ...refusal(key, `法律要求写明的内容不能删去：${missing.map((phrase) => `“${phrase}”`).join('、')}。`), article }];
  });
}

function marks(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join('、');
}

function refusal(key: string, message: string): AppError {
  return { code: 'FIELD_INVALID', message, details: { path: `texts.${key}` } };
}
