import { ok } from '#shared/contract/result.ts';
import { DOCUMENT_NAMES, type DocumentCode } from '#shared/domain/document/document-file.ts';
import { numberSeries, parseNumber, type NumberSeries } from '#shared/domain/document/number-register.ts';
import { scopeOf } from '#shared/domain/officer/officer.ts';
import { CITY } from '#shared/domain/organisation/organisation.ts';
import { shanghaiMinute } from '#shared/domain/time-limit/days.ts';
import type { Handlers, ServerDeps } from '../../deps.ts';
import { type OutSheet, writeWorkbook } from '../../excel/write-workbook.ts';
import { findNumbers, findNumberStates, type NumberRow } from './repository.ts';

/** The register of document numbers: what was given, what was cancelled and why (domain notes §2.4). */
export function numberHandlers({ db }: ServerDeps): Pick<Handlers, 'documentNumbers' | 'exportDocumentNumbers'> {
  return {
    async documentNumbers({ year }, request) {
      const scope = scopeOf(request.officer);
      const series = numberSeries(await findNumberStates(db, scope, year), year);
      const cancelled = inOrder(await findNumbers(db, scope, year, 'cancelled'));
      return ok({
        whole: scope.district === CITY, series: series.map((each) => ({ ...each, missing: [...each.missing] })),
        cancelled: cancelled.map((row) => ({
          docNo: row.doc_no, code: row.code, ownerId: row.owner_id, ownerNo: row.owner_no ?? '', ofTask: row.of_task, reason: row.cancelled?.reason ?? '', at: row.cancelled?.at ?? '', officer: row.cancelled?.officerName ?? '',
        })),
      });
    },
    async exportDocumentNumbers({ year }, request) {
      const scope = scopeOf(request.officer);
      const rows = inOrder(await findNumbers(db, scope, year, 'all'));
      const series = numberSeries(rows.map((row) => ({ docNo: row.doc_no, cancelled: row.cancelled !== null })), year);
      const sheets = [numberSheet(rows, year), ...(scope.district === CITY ? [seriesSheet(series)] : [])];
      return ok({ name: `文号登记簿-${String(year)}.xlsx`, file: Buffer.from(await writeWorkbook(sheets)).toString('base64') });
    },
  };
}

function inOrder(rows: readonly NumberRow[]): readonly NumberRow[] {
  const place = ({ doc_no: docNo }: NumberRow) => parseNumber(docNo) ?? { series: docNo, n: 0 };
  return rows.map((row) => ({ row, ...place(row) })).sort((one, other) => one.series.localeCompare(other.series, 'zh-CN') || one.n - other.n).map(({ row }) => row);
}

function numberSheet(rows: readonly NumberRow[], year: number): OutSheet {
  return {
    name: '文号登记簿', caption: `${String(year)}年文号，共${String(rows.length)}个`,
    columns: [{ title: '文号', width: 34 }, { title: '文书', width: 28 }, { title: '案号、任务编号', width: 24 }, { title: '签发日期', width: 14 }, { title: '状态', width: 10 }, { title: '作废理由', width: 40 }, { title: '作废人', width: 12 }, { title: '作废时间', width: 18 }],
    rows: rows.map(({ doc_no: docNo, code, owner_no: ownerNo, issued_on: issuedOn, cancelled }) => [
      docNo, DOCUMENT_NAMES[code as DocumentCode], ownerNo ?? '', issuedOn ?? '', cancelled === null ? '有效' : '作废', cancelled?.reason ?? '', cancelled?.officerName ?? '', cancelled === null ? '' : shanghaiMinute(cancelled.at).replace('T', ' '),
    ]),
  };
}

function seriesSheet(series: readonly NumberSeries[]): OutSheet {
  return {
    name: '连号核对', columns: [{ title: '文号系列', width: 24 }, { title: '编号数', kind: 'number' }, { title: '其中作废', kind: 'number' }, { title: '最后一号', kind: 'number' }, { title: '缺号', width: 40 }],
    rows: series.map((each) => [each.series, each.given, each.cancelled, each.last, each.missing.length === 0 ? '无' : each.missing.join('、')]),
  };
}
