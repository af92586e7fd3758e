import type { Wording } from './wording.ts';

type Key = 'lead' | 'publish' | 'period' | 'periodOpen' | 'withdrawn' | 'obligation' | 'repair' | 'free' | 'contact' | 'receipt';

/** Administrative Penalty Law (行政处罚法, 2021) articles 48, 66, 72. Terms of publication and of repair are not settled here: they are typed where the bureau knows them. */
export const JZGZ_WORDING: readonly [Wording<Key>, ...Wording<Key>[]] = [
  {
    version: 'JZGZ-2026-01',
    from: '2026-01-01',
    texts: {
      lead: '本机关于{decidedOn}对{you}作出《{name}》（{no}）。现将行政处罚信息公示和信用修复的有关事项告知如下：',
      publish: '依照《中华人民共和国行政处罚法》第四十八条第一款和国家有关信用信息公示的规定，上述行政处罚决定信息将依法在{places}公示。涉及国家秘密、商业秘密、个人隐私等依法不予公开的信息除外。',
      period: '公示期限：{period}。',
      periodOpen: '公示期限按照国家有关信用信息公示的规定执行，以公示平台载明的期限为准。',
      withdrawn: '上述行政处罚决定被依法变更、撤销、确认违法或者确认无效的，本机关将依照《中华人民共和国行政处罚法》第四十八条第二款的规定，在三日内撤回行政处罚决定信息并公开说明理由。',
      obligation: '{you}应当按照行政处罚决定载明的方式和期限履行义务、改正违法行为。行政处罚决定履行完毕是申请信用修复的前提。',
      repair: '{you}在全部履行行政处罚决定、改正违法行为，并符合国家规定的信用修复条件后，可以通过{channel}提出信用修复申请。申请时一般需要提交行政处罚决定履行完毕的证明材料和信用承诺书，具体要求以受理机构公布的为准。',
      free: '信用修复不收取任何费用，请勿轻信以信用修复名义收费的机构或者个人。',
      contact: '咨询地址：{address}；联系人：{person}；联系电话：{phone}。',
      receipt: '本告知书已于　　　　年　　月　　日收到。',
    },
  },
];
