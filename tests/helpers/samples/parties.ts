import { creditCodeCheckCharacter } from '#shared/domain/party/credit-code.ts';
import { idNumberCheckCharacter } from '#shared/domain/party/id-number.ts';
import type { Party, PartyKind } from '#shared/domain/party/party.ts';

/** People, companies and codes are invented; their check digits are right. */
const CREDIT_CODE = `91320500MA1DEMX12${creditCodeCheckCharacter('91320500MA1DEMX12')}`;
const ID_BODY = '32050019850312401';
export const ID_NUMBER = `${ID_BODY}${idNumberCheckCharacter(ID_BODY)}`;

export const PARTIES: Readonly<Record<PartyKind, Party>> = {
  unit: {
    kind: 'unit', name: '苏州示例置业有限公司', creditCode: CREDIT_CODE, representative: '钱示例', representativePost: '总经理', idNumber: '', sex: '', birthDate: '',
    address: '江苏省苏州市姑苏区样板路100号2幢1203室', phone: '0512-00000001', workplace: '',
  },
  person: {
    kind: 'person', name: '孙范例', creditCode: '', representative: '', representativePost: '', idNumber: ID_NUMBER, sex: '男', birthDate: '1985-03-12',
    address: '江苏省苏州市吴中区示范新村8幢302室', phone: '13000000001', workplace: '苏州示例建设工程有限公司',
  },
  business: {
    kind: 'business', name: '吴中区样例建材经营部', creditCode: CREDIT_CODE, representative: '李样本', representativePost: '', idNumber: ID_NUMBER, sex: '女', birthDate: '1985-03-12',
    address: '江苏省苏州市吴中区示范大道66号', phone: '13000000002', workplace: '',
  },
};
