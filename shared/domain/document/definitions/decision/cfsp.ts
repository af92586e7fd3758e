import type { CaseFile, Penalty } from '../../../case-file/case-file.ts';
import { shanghaiDay } from '../../../time-limit/days.ts';
import type { DocumentContext, DocumentDefinition } from '../../definition.ts';
import { CFSP_WORDING } from '../../wording/cfsp.ts';
import { fillIn } from '../../wording/wording.ts';
import { approvalForm, caseRows, officerRow, wide } from '../parts/approval-form.ts';
import { caseFacts } from '../parts/case-facts.ts';
import { longDate } from '../parts/dates.ts';
import { numberedLines } from '../parts/draw.ts';
import { evidenceItems, type PrintedEvidence } from '../parts/evidence.ts';
import { discretionText } from '../parts/discretion.ts';
import { penaltySentence } from '../parts/penalty.ts';
import { clause, list, record, text } from '../parts/read.ts';
import { noticeText } from './cfjd.ts';

type Texts = (typeof CFSP_WORDING)[0]['texts'];

function facts(context: DocumentContext, texts: Texts): Record<string, unknown> {
  const { file } = context;
  const penalty = file.decided ?? file.proposed;
  const basis = clause(text(caseFacts(context), 'basis')) || '／';
  return {
    penalty,
    noticeHandling: noticeText(context),
    discretion: discretionText(context, penalty, '拟确定'),
    review: reviewText(file, texts),
    discussion: file.discussion === null ? texts.notDiscussed : fillIn(texts.discussed, { heldOn: longDate(file.discussion.heldOn), conclusion: clause(file.discussion.conclusion) }),
    officerView: file.facts === '' ? '' : fillIn(texts.officerOpinion, { basis }),
  };
}

function reviewText(file: CaseFile, texts: Texts): string {
  const review = file.reviews.at(-1);
  if (review === undefined) return texts.notReviewed;
  return fillIn(texts.reviewed, { on: longDate(shanghaiDay(review.at)), name: review.reviewerName, result: review.passed ? '通过' : '未通过', opinion: review.opinion });
}

export const CFSP: DocumentDefinition = approvalForm({
  code: 'CFSP',
  wording: CFSP_WORDING,
  point: (file) => (file.noPenaltyGround === undefined ? 'decision' : 'no-penalty'),
  facts,
  rows: (data) => [
    ...caseRows(data),
    officerRow(data),
    wide('违法事实', text(data, 'facts'), 30),
    wide('证据', numberedLines(evidenceItems(list<PrintedEvidence>(data, 'evidence')))),
    wide('违反的条款', text(data, 'breached')),
    wide('处罚依据', text(data, 'basis')),
    wide('告知、听证\n和陈述申辩\n情况', text(data, 'noticeHandling')),
    wide('处罚裁量', text(data, 'discretion')),
    wide('法制审核\n情况', text(data, 'review')),
    wide('集体讨论\n情况', text(data, 'discussion')),
    wide('拟作出的\n行政处罚', penaltySentence(record<Penalty>(data, 'penalty'))),
    wide('承办人意见', text(data, 'officerView')),
  ],
  opinions: [
    { key: 'headOpinion', title: '办案机构\n负责人意见', events: [], usual: 'headOpinion' },
    { key: 'leaderOpinion', title: '分管领导\n审批意见', events: ['approve-decision'], usual: 'leaderOpinion' },
  ],
  fields: [
    { key: 'facts', label: '违法事实', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'breached', label: '违反的条款', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'basis', label: '处罚依据', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'noticeHandling', label: '告知、听证和陈述申辩情况', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'discretion', label: '处罚裁量', kind: 'long-text', required: true, filledFrom: 'case' },
    { key: 'officerView', label: '承办人意见', kind: 'long-text', required: true, filledFrom: 'case' },
  ],
  requires: [
    { key: 'party', label: '当事人' },
    { key: 'officers', label: '承办人、协办人' },
    { key: 'evidence', label: '证据' },
    { key: 'penalty', label: '拟处罚种类和金额' },
  ],
});
