import path from 'node:path';
import { expect, test } from 'vitest';
import type { CaseFile } from '#shared/domain/case-file/case-file.ts';
import type { ChannelBody } from '#shared/domain/channel/channel.ts';
import { documentData, typesetInput } from '#shared/domain/document/data.ts';
import type { DocumentContext } from '#shared/domain/document/definition.ts';
import type { DocumentCode } from '#shared/domain/document/document-file.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/setting/defaults.ts';
import { openFontDirectories } from '#worker/typesetting/fonts.ts';
import { createTypesetter } from '#worker/typesetting/typesetter.ts';
import { sampleCase, sampleContext } from '#tests/helpers/documents.ts';
import { paperProblems } from '#tests/helpers/paper.ts';
import { printedText } from '#tests/helpers/printed.ts';
import { channelsWith, LONG_ROUTE, signature } from '#tests/helpers/route.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const typesetter = createTypesetter({ fontPaths: openFontDirectories(path.join(ROOT, 'node_modules')), assetsDir: path.join(ROOT, 'electron/worker/typesetting/assets') });

/** Every sheet that collects opinions, with the stage at which they are given. */
const SHEETS: readonly (readonly [DocumentCode, CaseFile['stage'], string])[] = [
  ['LASP', 'FILING', 'filing'], ['DCZJ', 'CONCL', 'report'], ['GZSP', 'NOTICE_APPR', 'notice'], ['FZSH', 'LEGAL', 'review'], ['CFSP', 'DEC_APPR', 'decision'], ['JASP', 'CLOSE_APPR', 'closing'],
];
const LONG_TITLE = '苏州市建设监察支队第一大队负责人';
/** At every point two nodes before the one who decides. */
const ROUTE: ChannelBody['route'] = [
  ...LONG_ROUTE.slice(0, 1),
  { role: 'unit-head', title: LONG_TITLE, points: ['filing', 'report', 'notice', 'decision', 'closing'] }, { role: 'unit-head', title: '支队审核', points: ['filing', 'report', 'notice', 'decision', 'closing'] },
  { role: 'unit-head', title: '支队长', points: ['report'] }, { role: 'legal-reviewer', title: '法规处初审', points: ['review'] }, { role: 'legal-reviewer', title: '法规处复审', points: ['review'] },
  ...LONG_ROUTE.slice(3),
];
const WORDS = '经审核，本案事实清楚，证据确实充分，程序合法，适用依据准确，处理意见适当，拟同意承办人的处理意见，报请审批。';

function withRoute(code: DocumentCode, approvals: CaseFile['approvals']): DocumentContext {
  const context = sampleContext(code, 'unit');
  return { ...context, file: { ...context.file, approvals }, settings: { ...DEFAULT_SETTINGS, channels: channelsWith(ROUTE) } };
}

function signedCase(stage: CaseFile['stage'], names: readonly string[]): CaseFile['approvals'] {
  const before = sampleCase().approvals;
  const entry = before.findLastIndex((each) => each.to === stage && each.from !== stage);
  const signed = names.map((node, at) => signature(stage, node, at === 0 ? '庚大队' : '亥支队', WORDS, `2026-04-0${at + 1}T02:00:00Z`));
  return entry === -1 ? [...before, ...signed] : [...before.slice(0, entry + 1), ...signed, ...before.slice(entry + 1)];
}

test.each(SHEETS)('%s prints the opinions of the route’s other nodes in order, with name and date, and nothing runs over', (code, stage, point) => {
  const names = ROUTE.filter((node) => (node.points as readonly string[]).includes(point)).slice(0, -1).map((node) => node.title);
  const context = withRoute(code, signedCase(stage, names));
  const text = printedText(context).replaceAll(/\s/g, '');
  expect(names.length).toBeGreaterThan(0);
  const places = names.map((name) => text.indexOf(`${name}意见`));
  expect(places.every((place, at) => place > (places[at - 1] ?? -1)), text).toBe(true);
  expect(text).toContain('签名：庚大队2026年4月1日');
  const pdf = typesetter.pdf(typesetInput(context, { draft: false, createdAt: '2026-04-20T02:00:00Z' }));
  expect(paperProblems(pdf.bytes, code === 'DCZJ' ? 'letter' : 'form')).toEqual([]);
});

test.each(SHEETS)('%s leaves a place for each node not signed yet, and prints nothing more where the core’s decider signs alone', (code, stage) => {
  const open = sampleCase().approvals.filter((each) => each.from !== stage);
  expect(documentData(withRoute(code, open))['routeOpinions']).toMatchObject([{ printed: null }, { printed: null }]);
  const plain = sampleContext(code);
  expect(documentData(plain)).not.toHaveProperty('routeOpinions');
  expect(documentData({ ...plain, settings: { ...DEFAULT_SETTINGS, channels: channelsWith(LONG_ROUTE.map(({ role, title }) => ({ role, title }))) } })).toEqual(documentData({ ...plain, settings: { ...DEFAULT_SETTINGS, channels: channelsWith([]) } }));
});

test('what was signed and decided stays on the sheet when the route changes, and the head of the bureau decides in his own name', () => {
  const approvals = signedCase('FILING', ['旧节点']);
  expect(documentData(withRoute('LASP', approvals))['routeOpinions']).toEqual([{ title: '旧节点', printed: { opinion: WORDS, name: '庚大队', on: '2026-04-01' } }]);
  const bureau = ROUTE.map((node): (typeof ROUTE)[number] => (node.role === 'leader' ? { ...node, role: 'bureau-head' } : node));
  const context = { ...withRoute('LASP', approvals), settings: { ...DEFAULT_SETTINGS, channels: channelsWith(bureau) } };
  expect(printedText(context)).toContain('局主要负责人');
});
