import { CONTACT_TEXT } from './contact.ts';
import type { Wording } from './wording.ts';

type Key = 'found' | 'jurisdiction' | 'shared' | 'permit' | 'move' | 'materialsLead' | 'answer' | 'contact' | 'received' | 'receiver' | 'signer';

/**
 * Administrative Penalty Law (行政处罚法, 2021) articles 17, 22, 23, 25. Transfers to the police have a document of their own
 * (涉嫌犯罪案件移送书).
 */
export const YSH_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'YSH-2026-01',
    from: '2026-01-01',
    texts: {
      found: '本机关在办理{subject}（案件来源：{source}）过程中，发现以下情况：',
      jurisdiction: '依照《中华人民共和国行政处罚法》第二十二条、第二十三条关于管辖的规定，上述情况不属于本机关管辖，应由贵单位处理。',
      shared: '依照《中华人民共和国行政处罚法》第二十五条第一款的规定，两个以上行政机关都有管辖权的，由最先立案的行政机关管辖。贵单位已先行立案，本案应由贵单位管辖。',
      permit: '依照《中华人民共和国行政处罚法》第十七条的规定，行政处罚由具有行政处罚权的行政机关在法定职权范围内实施。拟采取的资质资格处理属于贵单位的法定职权，应由贵单位决定。',
      move: '现将该案及有关材料移送贵单位，请依法处理。',
      materialsLead: '随函移送下列材料：',
      answer: '请在收到后签署回执并退回本机关；依法不予受理的，请书面说明理由并退回材料。处理结果请函告本机关。',
      contact: CONTACT_TEXT,
      received: '贵局{docNo}案件移送函及所附材料{count}件收悉。',
      receiver: '接收单位（印章）',
      signer: '接收人签名',
    },
  },
];
