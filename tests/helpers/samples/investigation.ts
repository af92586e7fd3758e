import type { INVESTIGATION } from '#shared/domain/document/catalogue/investigation.ts';
import { APPRAISAL, EXTENSION_APPROVALS, MEASURE_APPROVALS, PRESERVED, SEALED, STOP_APPROVALS } from './measures.ts';
import type { Sample } from './sample.ts';

const HASHES = ['3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea', '8b1a9953c4611296a827abf8c47804d7f1a6b0d3e2c5948b7760a1d2e3f4c5b6'];

export const INVESTIGATION_SAMPLES: Readonly<Record<keyof typeof INVESTIGATION, Sample>> = {
  DCTZ: { values: { askAt: '2026-03-16T14:00', place: '监察支队一大队询问室（苏州市姑苏区示范路1号3楼）', bring: ['营业执照副本复印件', '法定代表人身份证明、授权委托书', '示范家园二期施工总承包合同和付款凭证', '工程立项、用地、规划许可文件'] }, today: '2026-03-12' },
  ZJTQ: { values: { title: '《示范家园二期施工总承包合同》复印件1份', method: '复印', pages: '1份共42页', original: '当事人档案室' } },
  DZSJ: {
    values: {
      startAt: '2026-03-13T10:05', endAt: '2026-03-13T11:20', device: '项目部办公用台式计算机，示例牌E500，序列号SL000001', path: '示例项目管理系统（账号：xmb01）“工程进度”栏目；D:\\工程资料\\进度照片',
      tool: '示例电子取证软件V3.2', timeSource: '计算机时间与国家授时中心标准时间核对，快12秒', storage: '一次性刻录光盘1张（编号2026-JC-DZ-001），一式二份',
      steps: ['由项目部资料员登录示例项目管理系统，打开“工程进度”栏目，逐页核对内容。', '使用示例电子取证软件导出进度台账，并复制进度照片文件夹。', '当场计算各文件的SHA-256校验值，并将文件刻录至一次性光盘。'],
      files: [`进度台账2026-02-26至2026-03-12.xlsx｜项目管理系统“工程进度”栏目导出｜184 KB｜${HASHES[0]}`, `IMG_20260302_091530_foundation_pit_east_side_overview.jpg｜D:\\工程资料\\进度照片｜3.2 MB｜${HASHES[1]}`],
    },
  },
  SPTP: {
    values: {
      position: '北纬31.30度，东经120.58度', device: '示例牌执法记录仪，设备编号ZF-018', taker: '赵执法、周协办', weather: '晴，自然光', place: '示范家园二期工程现场',
      pictures: [`照片1（IMG_0001.jpg）｜2026年3月12日9时12分｜基坑东侧向西｜基坑开挖约2400平方米｜${HASHES[0]}`, `照片2（IMG_0002.jpg）｜2026年3月12日9时20分｜基坑南侧向北｜旋挖钻机正在作业｜${HASHES[1]}`],
    },
  },
  DJSP: { values: {}, file: { measures: [PRESERVED], approvals: MEASURE_APPROVALS }, today: '2026-03-12' },
  DJTZ: { values: {}, file: { measures: [PRESERVED] }, today: '2026-03-12' },
  DJCL: { values: { noticeNo: '苏住建监登保字〔2026〕第1号' }, file: { measures: [{ ...PRESERVED, settledOn: '2026-03-20', outcome: 'released' }] }, today: '2026-03-20' },
  JDWT: {
    values: {
      institution: '苏州示例建设工程质量检测有限公司', qualification: '建设工程质量检测机构资质，证书编号（苏）建检示字第0001号', dueOn: '2026-03-26',
      objects: ['工程桩混凝土芯样9组（封样编号FY-001至FY-009），封样完好', '灌注桩36根现场低应变检测'], questions: ['桩身混凝土强度是否符合设计要求', '桩身完整性类别'], materials: ['桩基施工图1套', '桩基施工记录复印件36份'],
    },
    file: { exclusions: [APPRAISAL] }, today: '2026-03-16',
  },
  JDQJ: { values: { institution: '苏州示例建设工程质量检测有限公司', subject: '示范家园二期工程桩混凝土强度和桩身完整性' }, file: { exclusions: [APPRAISAL] }, today: '2026-03-16' },
  XZXC: {
    values: {
      recipient: '苏州市示例行政审批局', asked: ['示范家园二期工程是否申请办理建筑工程施工许可证，受理和办结的时间、结果', '申请时提交的建设资金落实情况证明的内容'], materials: ['施工许可申请表和受理通知书', '审批系统办理记录'], dueOn: '2026-03-27',
    },
    today: '2026-03-13',
  },
  QZSP: { values: {}, file: { measures: [SEALED], approvals: MEASURE_APPROVALS }, today: '2026-03-12' },
  CFKY: { values: {}, file: { measures: [SEALED] }, today: '2026-03-12' },
  YCCF: { values: { reason: '塔式起重机需由检验机构全面检验，制造单位需补充提供结构计算资料', decisionNo: '苏住建监强字〔2026〕第1号' }, file: { measures: [{ ...SEALED, extendedDays: 30 }] }, today: '2026-04-09' },
  JCCF: { values: { ground: '其他不再需要采取查封、扣押措施的情形', decisionNo: '苏住建监强字〔2026〕第1号' }, file: { measures: [{ ...SEALED, settledOn: '2026-04-08', outcome: 'released' }] }, today: '2026-04-08' },
  QZBL: {
    values: {
      startAt: '2026-03-12T14:05', endAt: '2026-03-12T15:10', presence: '到场', witness: '何示范', witnessUnit: '苏州示例物业管理有限公司', defence: '同意停用，将尽快申请检验',
      course: ['切断塔式起重机电源，配电箱上锁。', '在塔身标准节和配电箱上张贴封条2张（编号FT-0012、FT-0013）。', '当场向当事人交付查封决定书和物品清单，告知不得擅自启封、使用。'],
    },
    file: { measures: [SEALED] },
  },
  ZZDC: {
    values: { course: '已完成现场检查、询问，取得证据4份。', itemsHandling: '先行登记保存的物品已返还当事人' },
    file: { suspensions: [{ from: '2026-03-17', to: '2026-03-27', ground: '须以另一案件的裁判或者行政决定为依据' }], approvals: STOP_APPROVALS }, today: '2026-03-27',
  },
  YQSP: { values: { reason: '涉案工程参建单位较多，合同价款需要向多个部门调查核实，案情复杂。', course: '已完成现场检查、询问当事人和施工单位有关人员，向有关部门发函协助调查，尚有一份复函未收到。' }, file: { extensionDays: [30], approvals: EXTENSION_APPROVALS } },
  DCZJ: { values: {} },
};
