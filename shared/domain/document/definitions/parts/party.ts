import type { FormRow } from '../../blocks.ts';
import type { Party } from '../../../party/party.ts';
import { longDate } from './dates.ts';
import { cell, flush, label, row } from './draw.ts';
import { struck } from './read.ts';

/** How the document speaks to the party. */
export function addressed(party: Party | null): string {
  return party?.kind === 'person' ? '你' : '你单位';
}

/** Names of the representative and address differ by kind of party. */
function words(party: Party): { readonly representative: string; readonly address: string } {
  if (party.kind === 'business') return { representative: '经营者', address: '经营场所' };
  return { representative: '法定代表人（负责人）', address: party.kind === 'person' ? '住址' : '住所（地址）' };
}

function unitLines(party: Party): readonly string[] {
  const post = party.representativePost === '' ? '' : `　　职务：${party.representativePost}`;
  return [
    `当事人：${struck(party.name)}${party.kind === 'business' ? '（个体工商户）' : ''}`,
    `统一社会信用代码：${struck(party.creditCode)}`,
    `${words(party).representative}：${struck(party.representative)}${post}`,
    ...(party.kind === 'business' ? [`经营者公民身份号码：${struck(party.idNumber)}`] : []),
    `${words(party).address}：${struck(party.address)}`,
    `联系电话：${struck(party.phone)}`,
  ];
}

function personLines(party: Party): readonly string[] {
  return [
    `当事人：${struck(party.name)}　　性别：${struck(party.sex)}　　出生日期：${struck(longDate(party.birthDate))}`,
    `公民身份号码：${struck(party.idNumber)}`,
    `住址：${struck(party.address)}`,
    `工作单位：${struck(party.workplace)}`,
    `联系电话：${struck(party.phone)}`,
  ];
}

/** The party block of a letter, one paragraph a line (documents §2.2, common block). */
export function partyLines(party: Party): readonly string[] {
  return party.kind === 'person' ? personLines(party) : unitLines(party);
}

export function partyParagraphs(party: Party | null) {
  return (party === null ? [`当事人：${struck('')}`] : partyLines(party)).map((line) => ({ ...flush(line), indent: true }));
}

/** The party as rows of a form with four columns; `head` is the label cell beside them. */
export function partyRows(party: Party | null): readonly FormRow[] {
  if (party === null) return [row(label('当事人'), cell('', { span: 3 }))];
  if (party.kind === 'person') {
    return [
      row(label('当事人姓名'), cell(party.name), label('性别\n出生日期'), cell(`${struck(party.sex)}，${struck(longDate(party.birthDate))}`)),
      row(label('公民身份号码'), cell(party.idNumber), label('联系电话'), cell(party.phone)),
      row(label('住址'), cell(party.address), label('工作单位'), cell(party.workplace)),
    ];
  }
  const representative = [party.representative, party.representativePost].filter((part) => part !== '').join('，');
  const operator = party.kind === 'business' ? [row(label('经营者公民\n身份号码'), cell(party.idNumber, { span: 3 }))] : [];
  return [
    row(label('当事人名称'), cell(party.kind === 'business' ? `${party.name}（个体工商户）` : party.name, { span: 3 })),
    row(label('统一社会\n信用代码'), cell(party.creditCode), label(words(party).representative.replace('（', '\n（')), cell(representative)),
    ...operator,
    row(label(words(party).address), cell(party.address), label('联系电话'), cell(party.phone)),
  ];
}
