import type { CaseFile } from '../../../case-file/case-file.ts';
import type { Party } from '../../../party/party.ts';
import type { ApprovalPointKey } from '../../../procedure/approval-points.ts';
import type { CaseEvent } from '../../../procedure/events.ts';
import type { Project } from '../../../project/project.ts';
import type { Settings } from '../../../setting/settings.ts';
import type { Block, FormRow } from '../../blocks.ts';
import { CATALOGUE, type DocumentCode } from '../../catalogue/catalogue.ts';
import type { DocumentContext, DocumentData, DocumentDefinition, FieldDefinition, Requirement } from '../../definition.ts';
import { newest, type Wording, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { opinionBlocks, opinionOf, type PrintedOpinion } from './approvals.ts';
import { caseFacts, caseNumberText, numberText, siteText } from './case-facts.ts';
import { longDate } from './dates.ts';
import { blocksCell, cell, label, row, tallRow } from './draw.ts';
import { type PrintedOfficer, withCertificates } from './officers.ts';
import { partyRows } from './party.ts';
import { list, record, struck, text } from './read.ts';
import { decidingTitle, routeFacts, routeRows } from './route-opinions.ts';

/** Label, value, label, value: the grid of every form of the office, 156 mm together. */
export const FORM_COLUMNS: readonly number[] = [32, 52, 32, 40];

/** The versions of a wording, oldest first. */
export type Versions<K extends string> = readonly [Wording<K>, ...Wording<K>[]];

/** The place of one person's opinion on a 审批表. */
export interface OpinionPlace<K extends string> {
  /** Key of the printed opinion in the data. */
  readonly key: string;
  readonly title: string;
  /** Steps of the case that give the opinion; without one the place stays open for pen and ink. */
  readonly events: readonly CaseEvent[];
  /** The text of the wording printed where the person approved without words. */
  readonly usual: K;
}

/** A value across the form; an empty one is struck. `height` in mm gives long text its room. */
export function wide(title: string, value: string, height?: number): FormRow {
  return height === undefined ? row(label(title), cell(value, { span: 3 })) : tallRow(height, label(title), cell(value, { span: 3 }));
}

export function pair(first: string, firstValue: string, second: string, secondValue: string): FormRow {
  return row(label(first), cell(firstValue), label(second), cell(secondValue));
}

/** Case number and channel, cause, party and project: the head of nearly every internal form. */
export function caseRows(data: DocumentData): readonly FormRow[] {
  return [
    pair('案号', caseNumberText(data), '办案渠道', text(data, 'channel')),
    wide('案由', text(data, 'cause')),
    ...partyRows(record<Party>(data, 'party')),
    wide('涉案工程', siteText(data)),
  ];
}

/** The same in few lines, for forms that should stay on one sheet. */
export function briefCaseRows(data: DocumentData): readonly FormRow[] {
  const party = record<Party>(data, 'party');
  const number = party?.kind === 'person' ? `公民身份号码：${struck(party.idNumber)}` : `统一社会信用代码：${struck(party?.creditCode ?? '')}`;
  return [
    pair('案号', caseNumberText(data), '办案渠道', text(data, 'channel')),
    wide('案由', text(data, 'cause')),
    wide('当事人', party === null ? '' : `${party.name}（${number}）`),
    wide('涉案工程', record<Project>(data, 'project')?.name ?? ''),
  ];
}

export function officerRow(data: DocumentData, title = '承办人'): FormRow {
  const officers = list<PrintedOfficer>(data, 'officers');
  return wide(title, officers.length === 0 ? '' : withCertificates(officers));
}

/** What the officers themselves put forward, with room for their signature. */
export function signedRow(title: string, words: string, height = 30): FormRow {
  return tallRow(height, label(title), blocksCell(opinionBlocks(null, words), { span: 3 }));
}

/** Source of the clue and the day it came in. */
export function sourceRow(data: DocumentData): FormRow {
  return pair('案件来源', text(data, 'source'), '收到日期', longDate(text(data, 'receivedOn')));
}

/** What `opinionRows` prints, frozen with the data. */
export function opinionFacts<K extends string>(file: CaseFile, places: readonly OpinionPlace<K>[], texts: Readonly<Record<K, string>>): Record<string, PrintedOpinion | null> {
  return Object.fromEntries(places.map((place) => [place.key, opinionOf(file, place.events, texts[place.usual])]));
}

/** `height` in mm leaves room to write by hand. The opinions of a route's nodes stand before that of the one who decides, the last. */
export function opinionRows<K extends string>(data: DocumentData, places: readonly OpinionPlace<K>[], height = 22): readonly FormRow[] {
  const rows = places.map(({ key, title }, at) => {
    const shown = at === places.length - 1 ? decidingTitle(data, title) : title;
    return tallRow(height, label(shown), blocksCell(opinionBlocks(record<PrintedOpinion>(data, key)), { span: 3 }));
  });
  return [...rows.slice(0, -1), ...routeRows(data, 3), ...rows.slice(-1)];
}

/** Authority, title and, where the kind has a series, the number: the head of a form. */
export function formHead(data: DocumentData, code: DocumentCode, title: string = CATALOGUE[code].name): readonly Block[] {
  const number: readonly Block[] = CATALOGUE[code].series === null ? [] : [{ kind: 'number', text: numberText(data), align: 'right' }];
  return [{ kind: 'authority', text: text(data, 'authority') }, { kind: 'title', text: title }, ...number];
}

export function form(rows: readonly FormRow[]): Block {
  return { kind: 'form', columns: FORM_COLUMNS, rows };
}

/** What tells one 审批表 from another. */
export interface ApprovalFormParts<K extends string> {
  readonly code: DocumentCode;
  readonly wording: Versions<K>;
  readonly fields: readonly FieldDefinition[];
  readonly requires: readonly Requirement[];
  readonly settings?: readonly (keyof Settings)[];
  /** Beside `caseFacts` and the opinions. */
  readonly facts?: (context: DocumentContext, texts: Readonly<Record<NoInfer<K>, string>>) => Record<string, unknown>;
  /** All rows above the opinions. */
  readonly rows: (data: DocumentData, texts: Readonly<Record<NoInfer<K>, string>>) => readonly FormRow[];
  readonly opinions: readonly OpinionPlace<NoInfer<K>>[];
  /** The approval point whose opinions the form collects: those of the route's other nodes are printed too. */
  readonly point?: (file: CaseFile) => ApprovalPointKey | null;
  /** Of each opinion, in mm; lower where the form would else spill over its sheet by one. */
  readonly opinionHeight?: number;
  /** Rows under the opinions, e.g. a remark. */
  readonly closing?: (data: DocumentData) => readonly FormRow[];
}

/** An internal 审批表: title, number, head rows, sections, then one opinion after another in the order of approval. */
export function approvalForm<K extends string>(parts: ApprovalFormParts<K>): DocumentDefinition {
  const fill = (context: DocumentContext): Record<string, unknown> => {
    const { version, texts } = wordingInForce(parts.wording, context);
    const point = parts.point?.(context.file) ?? null;
    return {
      ...caseFacts(context), wordingVersion: version, ...opinionFacts(context.file, parts.opinions, texts), ...(point === null ? {} : routeFacts(context, point)), ...parts.facts?.(context, texts),
    };
  };
  const blocks = (data: DocumentData): readonly Block[] => {
    const { texts } = wordingOf(parts.wording, data);
    return [...formHead(data, parts.code), form([...parts.rows(data, texts), ...opinionRows(data, parts.opinions, parts.opinionHeight), ...(parts.closing?.(data) ?? [])])];
  };
  return {
    code: parts.code, style: 'form', sealed: false, ...newest(parts.wording), fields: parts.fields, requires: parts.requires, settings: parts.settings ?? [], fill, blocks,
  };
}
