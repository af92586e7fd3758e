import type { ChannelBody, ChannelConfig } from './channel.ts';

const COMMON = {
  stepsOff: [], officers: 2, documentsOff: [], slaDays: { verification: 15, investigation: 60, decision: 90 }, unverified: ['numberCharacters', 'discretionTable', 'slaDays'],
} satisfies Partial<ChannelBody>;

/** The three channels a new installation starts with (domain notes §5.2). The characters are a proposal (§2.4: UNSURE). */
export const DEFAULT_CHANNELS: readonly ChannelConfig[] = [
  {
    ...COMMON, key: 'JC', name: '监察支队', numberCharacters: '监', object: '工程项目、合同和五方主体', inspectionBasis: '',
    route: [
      { role: 'officer', title: '大队承办' }, { role: 'unit-head', title: '支队审核' }, { role: 'legal-reviewer', title: '法制审核' }, { role: 'leader', title: '分管局领导' },
    ],
    extraFields: [
      { key: 'contractNo', label: '施工（承包）合同编号', kind: 'text', choices: [], required: false },
      { key: 'contractKind', label: '承包方式', kind: 'choice', choices: ['总承包', '专业承包', '劳务分包', '其他'], required: false },
    ],
    specialForms: ['工程转包、违法分包认定表', '合同价款认定表'],
    discretionTable: '苏州市住建行政处罚裁量基准（工程建设类，待录入）',
  },
  {
    ...COMMON, key: 'FDC', name: '房地产', numberCharacters: '房', object: '企业、门店、楼盘、房屋和个人', inspectionBasis: '',
    route: [
      { role: 'officer', title: '科承办' }, { role: 'unit-head', title: '处审核' }, { role: 'legal-reviewer', title: '法制审核' }, { role: 'leader', title: '分管局领导' },
    ],
    extraFields: [
      { key: 'permitNo', label: '预售许可证（备案）编号', kind: 'text', choices: [], required: false },
      { key: 'houseNo', label: '房屋坐落或者网签合同编号', kind: 'text', choices: [], required: false },
    ],
    specialForms: ['房源核验表', '资金流水表', '租赁合同'],
    discretionTable: '苏州市住建行政处罚裁量基准（房地产类，待录入）',
  },
  {
    ...COMMON, key: 'ZA', name: '质安监', numberCharacters: '质安', object: '工程项目、单位工程和设备编号',
    inspectionBasis: '《建设工程质量管理条例》第四十七条、第四十八条和《建设工程安全生产管理条例》第四十条、第四十三条',
    route: [
      { role: 'officer', title: '站承办' }, { role: 'unit-head', title: '站审核' }, { role: 'legal-reviewer', title: '法规处审核' }, { role: 'leader', title: '分管局领导' },
    ],
    extraFields: [
      { key: 'buildingNo', label: '单位工程名称', kind: 'text', choices: [], required: false },
      { key: 'equipmentNo', label: '起重机械、设备备案编号', kind: 'text', choices: [], required: false },
    ],
    specialForms: ['江苏省建设工程安全监督格式文书（苏建质安〔2022〕2号）', '检测数据记录'],
    discretionTable: '苏州市住建行政处罚裁量基准（质量安全类，待录入）',
  },
];
