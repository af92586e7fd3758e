import { reachesHearingThreshold } from '../../../case-file/hearing.ts';
import type { Penalty } from '../../../case-file/case-file.ts';
import { GZSP_WORDING } from '../../wording/gzsp.ts';
import { approvalForm, caseRows, officerRow, wide } from '../parts/approval-form.ts';
import { evidenceTitles } from '../parts/evidence.ts';
import { discretionText } from '../parts/discretion.ts';
import { penaltySentence } from '../parts/penalty.ts';
import { flag, record, text } from '../parts/read.ts';

/** 行政处罚意见告知审批表 (D1): what the party is going to be told. */
export const GZSP = approvalForm({
  code: 'GZSP',
  wording: GZSP_WORDING,
  point: () => 'notice',
  settings: ['hearingFinePersonFen', 'hearingFineUnitFen'],
  fields: [
    { key: 'facts', label: '违法事实', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'basis', label: '处罚依据', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'discretion', label: '裁量的理由', kind: 'long-text', required: true, filledFrom: 'case' },
  ],
  requires: [{ key: 'party', label: '当事人' }, { key: 'officers', label: '承办人、协办人' }, { key: 'evidence', label: '证据' }, { key: 'penalty', label: '拟处罚种类和金额' }],
  facts: (context) => {
    const { file, settings } = context;
    return {
      penalty: file.proposed,
      discretion: discretionText(context, file.proposed, '拟确定'),
      hearing: reachesHearingThreshold(file.proposed, file.party?.kind ?? 'unit', settings),
    };
  },
  rows: (data, texts) => [
    ...caseRows(data),
    officerRow(data),
    wide('违法事实', text(data, 'facts'), 30),
    wide('主要证据', evidenceTitles(data)),
    wide('违反的条款', text(data, 'breached')),
    wide('处罚依据', text(data, 'basis')),
    wide('裁量的理由', text(data, 'discretion')),
    wide('拟告知的处罚', penaltySentence(record<Penalty>(data, 'penalty'))),
    wide('告知的权利', flag(data, 'hearing') ? texts.hearing : texts.noHearing),
  ],
  opinions: [
    { key: 'officerOpinion', title: '承办人意见', events: ['submit-report'], usual: 'officerOpinion' },
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: ['approve-report'], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['approve-notice'], usual: 'leaderOpinion' },
  ],
});
