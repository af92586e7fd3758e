import type { CaseFile } from '../../../case-file/case-file.ts';
import { channelOf } from '../../../channel/in-force.ts';
import { signersAt } from '../../../channel/route.ts';
import { ROLES } from '../../../officer/officer.ts';
import { type ApprovalPointKey, pointOf } from '../../../procedure/approval-points.ts';
import { roundOf, signaturesAt } from '../../../procedure/turn.ts';
import { shanghaiDay } from '../../../time-limit/days.ts';
import type { FormRow } from '../../blocks.ts';
import type { DocumentContext, DocumentData } from '../../definition.ts';
import { opinionBlocks, type PrintedOpinion } from './approvals.ts';
import { blocksCell, label, tallRow } from './draw.ts';
import { list, text } from './read.ts';

/** The opinion of a node that the channel's route asks beside the places a form has; `null`: a place to write and sign. */
interface RouteOpinion {
  readonly title: string;
  readonly printed: PrintedOpinion | null;
}

/** mm: room for an opinion of two lines and its signature. */
const HEIGHT = 22;

function signed(file: CaseFile, key: ApprovalPointKey): readonly RouteOpinion[] {
  const last = new Map(signaturesAt(file, key).map((each) => [each.node, each]));
  return [...last.values()].map(({ node, opinion, officerName, actingFor, at }) => ({
    title: node, printed: { opinion, name: actingFor === undefined ? officerName : `${officerName}（代${actingFor}）`, on: shanghaiDay(at) },
  }));
}

function isDecided(file: CaseFile, key: ApprovalPointKey): boolean {
  const decides: readonly string[] = pointOf(key).decides;
  return roundOf(file.approvals, key).some((approval) => decides.includes(approval.event));
}

/** Once decided what was signed, whatever the route has become since; before that every node of the route in force. */
function opinions({ file, settings }: DocumentContext, key: ApprovalPointKey): readonly RouteOpinion[] {
  const given = signed(file, key);
  if (isDecided(file, key)) return given;
  const asked = signersAt(channelOf(settings, file.channel)?.route ?? [], key).slice(0, -1);
  return asked.map(({ title }) => given.find((each) => each.title === title) ?? { title, printed: null });
}

/** What a route adds to a form, frozen with its data; nothing where the core's decider signs alone. */
export function routeFacts(context: DocumentContext, key: ApprovalPointKey): Record<string, unknown> {
  const { file, settings } = context;
  const added = opinions(context, key);
  const decider = signersAt(channelOf(settings, file.channel)?.route ?? [], key).at(-1)?.role;
  return {
    ...(added.length === 0 ? {} : { routeOpinions: added }),
    ...(decider === 'bureau-head' ? { routeDecider: ROLES[decider] } : {}),
  };
}

/** The rows of those opinions, in the order of the route; `span`: columns of the opinion's cell. */
export function routeRows(data: DocumentData, span = 1): readonly FormRow[] {
  return list<RouteOpinion>(data, 'routeOpinions').map(({ title, printed }) => tallRow(HEIGHT, label(`${title}\n意见`), blocksCell(opinionBlocks(printed), span === 1 ? {} : { span })));
}

/** What the deciding place of a form is called: the office that decides, where the route names a higher one. */
export function decidingTitle(data: DocumentData, title: string): string {
  const decider = text(data, 'routeDecider');
  return decider === '' ? title : `${decider}\n审批意见`;
}
