import { ARTICLES } from '../../procedure/articles.ts';
import type { GuardName } from '../../procedure/guards/index.ts';
import type { Stage } from '../../procedure/stages.ts';
import { transitionOf } from '../../procedure/table.ts';
import type { Actor } from '../../procedure/table.types.ts';
import type { NOTICE } from '../catalogue/notice.ts';
import { type Approval, type DocumentRule, OFFICERS, SIGNERS } from './rule.ts';

const NOTICE_GUARDS: readonly GuardName[] = (transitionOf('NOTICE_APPR', 'approve-notice')?.guards ?? []).filter((name) => name !== 'noticeNotApproved');

/** The party may be heard until the decision is made. */
const HEARD: readonly Stage[] = ['NOTIFIED', 'DEFENCE', 'HEAR', 'LEGAL', 'COLLECT', 'DEC_APPR'];
const HEARING: readonly Stage[] = ['NOTIFIED', 'DEFENCE', 'HEAR'];
/** The host's papers are finished while the case is on its way to the decision. */
const HEARD_ALREADY: readonly Stage[] = ['HEAR', 'LEGAL', 'COLLECT', 'DEC_APPR', 'NOTICE_APPR', 'INVEST', 'CONCL', 'NOPEN'];

/** Hearings are run by those who did not investigate (Administrative Penalty Law, art. 64(4)). */
const HOSTS: readonly Actor[] = ['hearing-host', 'legal-reviewer'];
const HOST_SIGNERS: readonly Actor[] = [...HOSTS, 'leader'];

const approvedNotice: Approval = { by: (file) => file.noticeApproved, message: '告知尚未经分管领导批准，批准后才能签发告知书。', article: ARTICLES.notice };
const accepted: Approval = { by: (file) => file.hearing?.accepted === true, message: '听证要求尚未受理，受理并指定主持人后才能签发。', article: ARTICLES.hearing };
const refused: Approval = { by: (file) => file.hearing?.accepted === false, message: '尚未对听证要求作出不予受理的决定，不能签发不予受理通知书。', article: ARTICLES.hearing };
const reported: Approval = { by: (file) => file.hearing !== undefined && file.hearing.report !== null, message: '听证主持人尚未提交听证报告，请先办理“提交听证报告”。', article: '行政处罚法第六十五条' };
const reviewed: Approval = { by: (file) => file.defence !== null && file.defence.adopted !== null, message: '陈述、申辩尚未复核，请先办理复核再定稿复核意见书。', article: ARTICLES.defence };

const HEARING_LETTER: DocumentRule = { draftStages: HEARING, issueStages: HEARING, draftActors: HOSTS, issueActors: HOST_SIGNERS, issueGuards: [], external: true };

export const NOTICE_RULES: Readonly<Record<keyof typeof NOTICE, DocumentRule>> = {
  GZSP: {
    draftStages: ['CONCL', 'NOTICE_APPR', 'NOTIFIED'], issueStages: ['NOTICE_APPR', 'NOTIFIED'], draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: [], external: false,
    approved: { ...approvedNotice, message: '告知尚未经分管领导批准，批准后才能定稿审批表。' },
  },
  GZS: {
    draftStages: ['CONCL', 'NOTICE_APPR'], issueStages: ['NOTICE_APPR'], draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: ['officersQualified', ...NOTICE_GUARDS], external: true,
    approved: approvedNotice,
  },
  TZGZ: {
    draftStages: ['CONCL', 'NOTICE_APPR', 'NOTIFIED'], issueStages: ['NOTICE_APPR', 'NOTIFIED'], draftActors: OFFICERS, issueActors: SIGNERS, issueGuards: ['officersQualified'], external: true,
    approved: approvedNotice,
  },
  SSBL: { draftStages: HEARD, issueStages: HEARD, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: ['officersQualified'], external: false },
  FQSM: { draftStages: HEARD, issueStages: HEARD, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: [], external: false },
  SSFH: { draftStages: HEARD, issueStages: HEARD, draftActors: OFFICERS, issueActors: OFFICERS, issueGuards: [], external: false, approved: reviewed },
  TZSL: { ...HEARING_LETTER, approved: accepted },
  TZBS: { ...HEARING_LETTER, approved: refused },
  TZTZ: { ...HEARING_LETTER, approved: accepted },
  // Published, not served.
  TZGG: { ...HEARING_LETTER, external: false, approved: accepted },
  TZBL: { draftStages: HEARD, issueStages: HEARD_ALREADY, draftActors: HOSTS, issueActors: HOSTS, issueGuards: [], external: false, approved: accepted },
  TZBG: { draftStages: HEARD_ALREADY, issueStages: HEARD_ALREADY, draftActors: HOSTS, issueActors: HOSTS, issueGuards: [], external: false, approved: reported },
};
