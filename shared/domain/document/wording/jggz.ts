import { CONTACT_TEXT } from './contact.ts';
import type { Wording } from './wording.ts';

type Key = 'lead' | 'clean' | 'problemsLead' | 'spot' | 'term' | 'file' | 'other' | 'objection' | 'publish' | 'contact';

/** Administrative Penalty Law (行政处罚法, 2021) articles 28, 54. */
export const JGGZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JGGZ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关于{checkedOn}对{you}进行了行政检查，检查事项为：{items}。现将检查结果告知如下：',
      clean: '在本次检查的事项范围内，未发现违法问题。',
      problemsLead: '检查发现下列问题：',
      spot: '上述问题{you}已当场改正，本机关对本次检查发现的问题不再作其他处理。请举一反三，防止再次发生。',
      term: '对上述问题，本机关另行送达责令改正通知书。请按要求改正并接受复查。',
      file: '上述问题涉嫌违法，本机关将依照《中华人民共和国行政处罚法》第五十四条的规定进一步调查，依法处理。',
      other: '后续处理：{next}。',
      objection: '{you}对检查结果有异议的，可以向本机关书面陈述意见并提供有关材料。',
      publish: '检查结果将于{publishOn}前依法向社会公开，依法不予公开的除外。',
      contact: CONTACT_TEXT,
    },
  },
];
