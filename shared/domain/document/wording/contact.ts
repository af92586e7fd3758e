/** The line a letter closes with, as the wordings of 2026 carry it. A new text is a new constant, so that an old version keeps its words. */
export const CONTACT_TEXT = '联系地址：{address}；邮政编码：{postcode}；联系人：{person}；联系电话：{phone}。';
