import type { ChannelBody } from '#shared/domain/channel/channel.ts';

/** An invented fourth channel: housing provident fund (住房公积金执法). */
export const GJJ: ChannelBody = {
  name: '住房公积金执法', numberCharacters: '积', object: '用人单位和职工', stepsOff: ['summary', 'measures'], officers: 2,
  route: [
    { role: 'officer', title: '稽核科承办' }, { role: 'unit-head', title: '稽核科审核' }, { role: 'legal-reviewer', title: '法制审核' }, { role: 'leader', title: '分管局领导' },
  ],
  extraFields: [
    { key: 'accountNo', label: '单位公积金账号', kind: 'text', choices: [], required: true },
    { key: 'staff', label: '涉及职工人数', kind: 'number', choices: [], required: false },
  ],
  specialForms: ['缴存基数核定表'], documentsOff: ['SJDX'], inspectionBasis: '《住房公积金管理条例》第三十七条', discretionTable: '（待录入）',
  slaDays: { verification: 10, investigation: 45, decision: 80 }, unverified: ['numberCharacters'],
};
