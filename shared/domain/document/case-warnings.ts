import type { Penalty } from '../case-file/case-file.ts';
import { needsBase } from '../money/fine-range.ts';
import { formatYuan } from '../money/amount.ts';
import { isMinor } from '../party/check.ts';
import { CITY, DISTRICTS } from '../organisation/organisation.ts';
import type { Violation } from '../violation/violation.ts';
import type { DocumentContext } from './definition.ts';
import { violationOf } from './definitions/parts/case-facts.ts';
import type { DocumentCode } from './document-file.ts';

/** Kinds beside the fine that an article must name, as the catalogue's measures would. */
const NAMED_BY: readonly (readonly [Penalty['kinds'][number], string, RegExp])[] = [
  ['warning', '警告', /警告/u], ['criticism', '通报批评', /通报/u], ['confiscation', '没收违法所得', /没收/u],
];

function kindWarnings(penalty: Penalty, violation: Violation): readonly string[] {
  return NAMED_BY.filter(([kind, , named]) => penalty.kinds.includes(kind) && !named.test(violation.otherMeasures))
    .map(([, name]) => `“${name}”不在该违法行为目录的处理措施之内，请对照${violation.basis}核对有无依据。`);
}

function baseWarnings(context: DocumentContext, violation: Violation): readonly string[] {
  const { project, discretion } = context.file;
  const price = project?.contractPriceFen ?? 0;
  if (!needsBase(violation) || !violation.base.includes('合同价款') || discretion.baseFen === null || price === 0 || price === discretion.baseFen) return [];
  return [`罚款基数${formatYuan(discretion.baseFen)}元与工程信息的合同价款${formatYuan(price)}元不同，请核对证据。`];
}

/** What the reader of notice and decision should check against the law; shown beside the preview, printed nowhere. */
export function caseWarnings(code: DocumentCode, context: DocumentContext): readonly string[] {
  const { file } = context;
  const violation = violationOf(context);
  if ((code !== 'GZS' && code !== 'CFJD') || file.proposed === null || violation === null) return [];
  const correction = file.correctiveOrder === null && file.proposed.otherItems.length === 0
    ? ['实施行政处罚时应当责令当事人改正违法行为（行政处罚法第二十八条），本案没有责令改正的记录，也没有责令改正的内容，请核对。'] : [];
  const minor = isMinor(file.party, file.actOn, context.today) ? ['当事人在违法行为发生时不满十八周岁，应当从轻或者减轻行政处罚（行政处罚法第三十条），请核对裁量。'] : [];
  return [...minor, ...kindWarnings(file.proposed, violation), ...baseWarnings(context, violation), ...correction];
}

/** A paper made in the name of a district's or county-level city's bureau goes to its own government (domain notes §1.10). */
export function remedyWarnings({ file, settings }: Pick<DocumentContext, 'file' | 'settings'>): readonly string[] {
  if (file.district === CITY) return [];
  const name = DISTRICTS[file.district];
  return [`本案由${name}办理。以${name}住房和城乡建设部门名义作出的，行政复议机关是其本级人民政府，不是设置中的${settings.reconsiderationOrgan}，请在文书中核对行政复议机关和有管辖权的人民法院。`];
}
