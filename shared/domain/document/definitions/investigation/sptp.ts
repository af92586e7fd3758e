import { isDate, shanghaiMinute } from '../../../time-limit/days.ts';
import type { Evidence } from '../../../evidence/evidence.ts';
import type { Block } from '../../blocks.ts';
import type { DocumentContext, DocumentData, DocumentDefinition } from '../../definition.ts';
import { SPTP_WORDING } from '../../wording/sptp.ts';
import { newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { briefCaseRows, form, formHead, officerRow, pair, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { longDate, longMinute } from '../parts/dates.ts';
import { aligned, blocksCell, flush, label, row, tallRow } from '../parts/draw.ts';
import { digest, foldable } from '../parts/files.ts';
import { strings, struck, text } from '../parts/read.ts';
import { columnsOf, lineOf } from '../parts/typed.ts';

function isPicture(evidence: Evidence): boolean {
  return evidence.withdrawn === null && (evidence.kind === 'audiovisual' || /^(?:image|video|audio)\//u.test(evidence.file?.mime ?? ''));
}

function taken(at: string): string {
  if (at.length > 10 && !Number.isNaN(Date.parse(at))) return longMinute(shanghaiMinute(at));
  return isDate(at) ? longDate(at) : '';
}

function fill(context: DocumentContext): Record<string, unknown> {
  const pictures = context.file.evidence.filter(isPicture);
  return {
    ...caseFacts(context),
    wordingVersion: wordingInForce(SPTP_WORDING, context).version,
    place: pictures.find((evidence) => evidence.takenPlace !== '')?.takenPlace ?? context.file.project?.address ?? '',
    taker: pictures.find((evidence) => evidence.takenBy !== '')?.takenBy ?? '',
    pictures: pictures.map((evidence) => lineOf(evidence.title, taken(evidence.takenAt), '', evidence.proves, evidence.file?.sha256 ?? '')),
  };
}

function pictureTable(data: DocumentData): Block {
  const rows = strings(data, 'pictures').map((line, index) => {
    const [name = '', at = '', direction = '', proves = '', hash = ''] = columnsOf(line, 5);
    return [String(index + 1), foldable(struck(name), 7), struck(at), struck(direction), struck(proves), struck(digest(hash))];
  });
  return {
    kind: 'table',
    columns: [
      { title: '序号', width: 13, align: 'center' }, { title: '名称', width: 25 }, { title: '拍摄时间', width: 34 },
      { title: '位置和方向', width: 20 }, { title: '证明内容', width: 21 }, { title: 'SHA-256校验值', width: 43 },
    ],
    rows: rows.length === 0 ? [['／', '／', '／', '／', '／', '／']] : rows,
  };
}

function blocks(data: DocumentData): readonly Block[] {
  const texts = wordingOf(SPTP_WORDING, data).texts;
  return [
    ...formHead(data, 'SPTP'),
    form([
      ...briefCaseRows(data),
      wide('拍摄（录制）\n地点', text(data, 'place')),
      pair('地理位置\n坐标', text(data, 'position'), '拍摄设备', text(data, 'device')),
      pair('拍摄人', text(data, 'taker'), '光线和天气', text(data, 'weather')),
      officerRow(data, '执法人员'),
    ]),
    { kind: 'space', lines: 0.4 },
    flush(texts.statement),
    pictureTable(data),
    { kind: 'space', lines: 0.4 },
    form([
      tallRow(70, label('照片粘贴处'), blocksCell([aligned('center', texts.paste)], { span: 3 })),
      tallRow(18, label('当事人\n（在场人）'), blocksCell([flush(texts.confirm), aligned('right', '签名：　　　　　　　　　年　　月　　日')], { span: 3 })),
      row(label('拍摄人签名'), blocksCell([aligned('right', '　年　　月　　日')]), label('执法人员\n签名'), blocksCell([aligned('right', '　年　　月　　日')])),
    ]),
  ];
}

/** 现场照片、视听资料说明 (C4): where, when and how pictures and recordings were made, with their hashes. */
export const SPTP: DocumentDefinition = {
  code: 'SPTP',
  style: 'form',
  sealed: false,
  ...newest(SPTP_WORDING),
  fields: [
    { key: 'place', label: '拍摄（录制）地点', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'position', label: '地理位置坐标', kind: 'text', required: false, filledFrom: 'none', help: '例如：北纬31.30度，东经120.58度。' },
    { key: 'device', label: '拍摄设备', kind: 'text', required: true, filledFrom: 'none', help: '写明品牌型号和设备编号。' },
    { key: 'taker', label: '拍摄人', kind: 'text', required: true, filledFrom: 'case' },
    { key: 'weather', label: '光线和天气', kind: 'text', required: false, filledFrom: 'none' },
    { key: 'pictures', label: '照片、视听资料', kind: 'lines', required: true, filledFrom: 'case', help: '每行一件：名称（编号）｜拍摄时间｜拍摄位置和方向｜证明内容｜SHA-256校验值。' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '执法人员' }],
  settings: [],
  fill,
  blocks,
};
