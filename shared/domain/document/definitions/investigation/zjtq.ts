import type { Evidence } from '../../../evidence/evidence.ts';
import { EVIDENCE_KINDS } from '../../../evidence/evidence.ts';
import type { Block, FormRow } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { ZJTQ_WORDING } from '../../wording/zjtq.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { briefCaseRows, form, formHead, officerRow, pair, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { aligned, blocksCell, flush, label, tallRow } from '../parts/draw.ts';
import { takenDay } from '../parts/evidence.ts';
import { text } from '../parts/read.ts';
import { typedText } from '../parts/typed.ts';

const METHODS = ['复印', '拍照', '摘录', '打印', '提取原件（原物）'];

/** The piece the sheet is about: the one of the typed title, else the first copy of a document. */
function chosen(context: DocumentContext): Evidence | undefined {
  const standing = context.file.evidence.filter((evidence) => evidence.withdrawn === null);
  const title = typedText(context, 'title', '');
  if (title !== '') return standing.find((evidence) => evidence.title === title);
  return standing.find((evidence) => evidence.kind === 'documentary') ?? standing[0];
}

function fill(context: DocumentContext): Record<string, unknown> {
  const evidence = chosen(context);
  const { party } = context.file;
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(ZJTQ_WORDING, context).version,
    title: evidence?.title ?? '',
    kind: evidence === undefined ? '' : EVIDENCE_KINDS[evidence.kind],
    proves: evidence?.proves ?? '',
    takenOn: evidence === undefined ? '' : takenDay(evidence),
    takenPlace: evidence?.takenPlace ?? '',
    holder: party?.name ?? '',
  };
}

function signed(statement: string, signer: string): readonly Block[] {
  return [flush(statement), aligned('right', `${signer}：　　　　　　　　　年　　月　　日`)];
}

function rows(data: DocumentData): readonly FormRow[] {
  const texts = wordingOf(ZJTQ_WORDING, data).texts;
  return [
    ...briefCaseRows(data),
    wide('证据名称', text(data, 'title')),
    pair('证据种类', text(data, 'kind'), '提取方式', text(data, 'method')),
    pair('页数（数量）', text(data, 'pages'), '提取时间', longDate(text(data, 'takenOn'))),
    wide('提取地点', text(data, 'takenPlace')),
    pair('原件持有人\n（提供人）', text(data, 'holder'), '原件存放地点', text(data, 'original')),
    wide('证明内容', text(data, 'proves')),
    officerRow(data, '提取人'),
    tallRow(56, label('证据材料'), blocksCell([aligned('center', texts.paste)], { span: 3 })),
    tallRow(22, label('提供人意见'), blocksCell(signed(texts.provider, '签名或者盖章'), { span: 3 })),
    tallRow(22, label('执法人员'), blocksCell(signed(texts.officers, '签名'), { span: 3 })),
  ];
}

/** 证据提取（复制）单 (C2): one sheet for each piece taken or copied. */
export const ZJTQ: DocumentDefinition = {
  code: 'ZJTQ',
  style: 'form',
  sealed: false,
  ...newest(ZJTQ_WORDING),
  fields: [
    { key: 'title', label: '证据名称', kind: 'text', required: true, filledFrom: 'case', help: '与证据目录中的名称一致的，自动带出种类、时间、地点和证明内容。' },
    { key: 'kind', label: '证据种类', kind: 'choice', required: true, filledFrom: 'case', choices: Object.values(EVIDENCE_KINDS) },
    { key: 'method', label: '提取方式', kind: 'choice', required: true, filledFrom: 'none', choices: METHODS },
    { key: 'pages', label: '页数（数量）', kind: 'text', required: true, filledFrom: 'none' },
    { key: 'takenOn', label: '提取时间', kind: 'date', required: true, filledFrom: 'case' },
    { key: 'takenPlace', label: '提取地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'holder', label: '原件持有人（提供人）', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'original', label: '原件存放地点', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'proves', label: '证明内容', kind: 'long-text', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '提取人' }],
  settings: [],
  fill,
  blocks: (data) => [...formHead(data, 'ZJTQ'), form(rows(data))],
};
