import type { INSPECTION } from '#shared/domain/document/catalogue/inspection.ts';
import { ID_NUMBER } from './parties.ts';
import type { Sample } from './sample.ts';

export const INSPECTION_SAMPLES: Readonly<Record<keyof typeof INSPECTION, Sample>> = {
  XCJC: {
    values: {
      startAt: '2026-03-12T09:05', endAt: '2026-03-12T10:40', weather: '晴', others: '施工单位项目经理何示范',
      findings: ['工程现场四周设有围挡，大门处未公示施工许可证。', '现场有挖掘机2台、旋挖钻机1台正在作业，基坑已开挖约2400平方米，深约4.2米。', '经清点，已完成工程桩36根。', '现场负责人未能出示施工许可证，称手续正在办理。'],
      photos: ['照片1至3：基坑开挖全景，拍摄于基坑东侧。', '照片4至6：旋挖钻机作业和已完成的工程桩，拍摄于基坑南侧。'], comment: '检查情况属实，没有异议',
    },
  },
  XWBL: {
    values: {
      startAt: '2026-03-16T14:00', endAt: '2026-03-16T15:20', place: '监察支队一大队询问室', sex: '男', birthDate: '1978-06-01', idNumber: ID_NUMBER, relation: '法定代表人',
      certificateAnswer: '看清楚了。', rightsAnswer: '听清楚了，不申请回避。',
      dialogue: [
        { question: '请说明你的身份和在公司的职务。', answer: '我叫钱示例，是苏州示例置业有限公司的法定代表人、总经理。' },
        { question: '示范家园二期工程何时开始施工？是否取得施工许可证？', answer: '2026年2月26日开始基坑开挖，当时施工许可证还没有办下来，材料交了一部分。' },
        { question: '为什么没有取得施工许可证就开始施工？', answer: '为了赶工期，想先把桩基做了，手续同步办。我们知道这样做不对。' },
        { question: '工程的合同价款是多少？', answer: '施工总承包合同价款是1280万元，合同复印件我已经提供。' },
        { question: '检查以后你们采取了什么措施？', answer: '当天就停工了，现在正在补办手续。' },
        { question: '以上情况是否属实？还有什么要补充的？', answer: '属实，没有要补充的。' },
      ],
    },
  },
};
