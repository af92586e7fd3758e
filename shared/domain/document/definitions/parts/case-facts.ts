import { CLUE_SOURCES, caseTitle } from '../../../case-file/case-file.ts';
import { channelName } from '../../../channel/in-force.ts';
import type { Project } from '../../../project/project.ts';
import { citation } from '../../../violation/law-titles.ts';
import { lawOf } from '../../../violation/versions.ts';
import type { Violation } from '../../../violation/violation.ts';
import type { DocumentContext, DocumentData } from '../../definition.ts';
import { printedOfficers } from './officers.ts';
import { money } from './penalty.ts';
import { printedEvidence } from './evidence.ts';
import { record, struck, text } from './read.ts';

/** What most documents take from the case. */
export function caseFacts(context: DocumentContext): Record<string, unknown> {
  const { file, settings } = context;
  const violation = violationOf(context);
  return {
    authority: settings.authorityName,
    caseNo: file.caseNo ?? '',
    caseTitle: caseTitle(file),
    cause: file.cause === '' ? (violation?.cause ?? '') : file.cause,
    channel: channelName(settings, file.channel),
    source: CLUE_SOURCES[file.clue.source],
    party: file.party,
    project: file.project,
    officers: printedOfficers(context),
    evidence: printedEvidence(file),
    facts: file.facts,
    nature: file.nature,
    breached: violation === null ? '' : citation(violation.breached),
    basis: violation === null ? '' : citation(violation.basis),
  };
}

/** The violation as the law that applies to the act has it. */
export function violationOf(context: DocumentContext): Violation | null {
  return lawOf(context, context.file)?.violation ?? null;
}

/** `某某工程（位于…，建筑面积…平方米，合同价款…）`, or empty. */
export function projectText(data: DocumentData): string {
  const project = record<Project>(data, 'project');
  if (project === null || project.name === '') return '';
  const facts = [
    project.address === '' ? '' : `位于${project.address}`,
    project.projectCode === '' ? '' : `项目代码${project.projectCode}`,
    project.permitNo === '' ? '' : `施工许可证编号${project.permitNo}`,
    project.areaSquareMetres > 0 ? `建筑面积${project.areaSquareMetres}平方米` : '',
    project.contractPriceFen > 0 ? `合同价款${money(project.contractPriceFen)}` : '',
  ].filter((part) => part !== '');
  return `${project.name}${facts.length === 0 ? '' : `（${facts.join('，')}）`}`;
}

/** `某某工程（位于…）`, or empty: what a form or an order needs to tell the site. */
export function siteText(data: DocumentData): string {
  const project = record<Project>(data, 'project');
  if (project === null || project.name === '') return '';
  return project.address === '' ? project.name : `${project.name}（位于${project.address}）`;
}

/** The document's number, or the provisional mark of a draft. */
export function numberText(data: DocumentData): string {
  return text(data, 'docNo') === '' ? '（文号待签发）' : text(data, 'docNo');
}

export function caseNumberText(data: DocumentData): string {
  return text(data, 'caseNo') === '' ? '（案号待编）' : struck(text(data, 'caseNo'));
}

/** A setting the bureau has not confirmed is seeded as a note in brackets, which must not reach the paper. */
export function confirmed(value: string): string {
  return /^（.*待确认.*）$/u.test(value.trim()) ? '' : value.trim();
}

/** A description in place of a name, seeded in brackets, reads as plain text: `（有管辖权的人民法院）`. */
export function withoutBrackets(value: string): string {
  return value.trim().replace(/^（(.*)）$/u, '$1');
}
