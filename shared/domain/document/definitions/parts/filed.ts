import type { DocumentContext } from '../../definition.ts';
import { fillIn } from '../../wording/wording.ts';
import { caseFacts, caseNumberText } from './case-facts.ts';
import { longDate } from './dates.ts';
import { printedOfficers, withCertificates } from './officers.ts';
import { text } from './read.ts';

/** Source and filing of the case, as a decision begins; empty before the case is filed. */
export function filingText(context: DocumentContext, words: string): string {
  const { filedOn } = context.file;
  if (filedOn === null) return '';
  const facts = caseFacts(context);
  return fillIn(words, {
    cause: text(facts, 'cause'), source: text(facts, 'source'), filedOn: longDate(filedOn), caseNo: caseNumberText(facts), officers: withCertificates(printedOfficers(context)),
  });
}
