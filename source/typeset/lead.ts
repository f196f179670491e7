/** A feed cuts leads at 512 characters; entities and the spaces between paragraphs, which are gone, counted too. */
const CUT_FROM = 400;

/** Ends as a sentence, a quotation or a caption does. */
const WHOLE = /[.!?…”’"')\]〉》」』】]$/;

/** Whether a feed's lead breaks off. It says so nowhere: it is long, and ends as no sentence does. */
export function endsCut(lead: string): boolean {
  return lead.length >= CUT_FROM && !WHOLE.test(lead.trimEnd());
}
