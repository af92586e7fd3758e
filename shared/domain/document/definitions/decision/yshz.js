import { YSHZ_WORDING } from '../../wording/yshz.ts';
import { fillIn, newest, wordingInForce, wordingOf } from '../../wording/wording.ts';
import { form, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { blocksCell, aligned, flush, label, numberedLines, paragraph, tallRow } from '../parts/draw.ts';
import { strings, struck, text } from '../parts/read.ts';
import { crimeFacts } from './crime.ts';
function fill(context) {
    return { ...caseFacts(context), ...crimeFacts(context), wordingVersion: wordingInForce(YSHZ_WORDING, context).version };
}
/** The receiver fills it in, so its own name stands at the head and the bureau is the addressee. */
function blocks(data) {
    const texts = wordingOf(YSHZ_WORDING, data).texts;
    const materials = numberedLines(strings(data, 'materials'));
    return [
        { kind: 'authority', text: struck(text(data, 'receivingBody')) },
        { kind: 'title', text: '涉嫌犯罪案件移送回执' },
        flush(`${struck(text(data, 'authority'))}：`),
        paragraph(fillIn(texts.received, { title: struck(text(data, 'caseTitle')), no: struck(text(data, 'transferNo')) })),
        form([
            wide('收到的材料', materials),
            wide('收到的物品', '☐与《涉案物品清单》一致　　☐不一致，情况如下：　　　　　　　　　　　　'),
            tallRow(20, label('接收人'), blocksCell([flush('　'), aligned('right', '签名：　　　　　　　　　　年　　月　　日　　时　　分')], { span: 3 })),
            tallRow(34, label('接收机关'), blocksCell([flush(struck(text(data, 'receivingBody'))), aligned('right', '（印章）　　　　　　年　　月　　日')], { span: 3 })),
        ]),
        { kind: 'remark', text: texts.remark },
    ];
}
export const YSHZ = {
    code: 'YSHZ',
    style: 'form',
    sealed: false,
    ...newest(YSHZ_WORDING),
    fields: [{ key: 'materials', label: '移送的材料', kind: 'lines', required: true, filledFrom: 'case' }],
    requires: [{ key: 'receivingBody', label: '受移送的公安机关' }, { key: 'transferNo', label: '移送书文号（移送书签发后自动填入）' }],
    settings: [],
    fill,
    blocks,
};
