import { ARTICLES } from '../articles.ts';
import type { Stage } from '../stages.ts';
import type { Transition } from '../table.types.ts';

/** Stages in which an approver decides and may hear others first. */
const APPROVAL_STAGES: readonly Stage[] = ['FILING', 'NOTICE_APPR', 'DEC_APPR', 'NOPEN', 'CLOSE_APPR'];

/** 审核签署: the earlier nodes of the channel's route, in its order. 会签: others state their opinion before the approver approves. */
export const APPROVALS_TABLE: readonly Transition[] = [
  { event: 'sign-approval', from: ['FILING', 'CONCL', 'NOTICE_APPR', 'CLOSE_APPR'], to: 'stay', actors: ['signer'], guards: [], fields: [], opinion: 'required' },
  { event: 'sign-approval', from: ['LEGAL'], to: 'stay', actors: ['signer'], guards: ['reviewerFit'], fields: [], opinion: 'required', article: ARTICLES.review },
  { event: 'sign-approval', from: ['DEC_APPR', 'NOPEN'], to: 'stay', actors: ['signer'], guards: ['deciderImpartial'], fields: [], opinion: 'required' },
  {
    event: 'request-countersign', from: APPROVAL_STAGES, to: 'stay', actors: ['leader'], guards: ['countersignersKnown'],
    fields: [{ key: 'officerIds', label: '会签人员', kind: 'officers', required: true }], opinion: 'optional', aside: true,
  },
  {
    event: 'countersign', from: APPROVAL_STAGES, to: 'stay', actors: ['countersigner'], guards: [],
    fields: [{ key: 'agrees', label: '会签意见', kind: 'choice', required: true, choices: { yes: '同意', no: '不同意' } }], opinion: 'required',
  },
];
