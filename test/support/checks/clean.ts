// The property of text that went through the sanitiser: stated on the characters that survive, by Unicode's
// own properties.

/**
 * A line without control, surrogate, private-use, format or default-ignorable characters but the ZWJ, or
 * separators.
 */
export const SURVIVES =
  /^(?:\u200d|[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}])*$/u;
/** A ZWJ with no emoji at one of its sides. */
const STRAY_JOINER = /(?:^|[^\p{Emoji}\p{Emoji_Modifier}])\u200d|\u200d(?:$|\P{Emoji})/u;
/** More than four characters that are drawn over the one before them. */
const PILE = /[\p{M}\u1160-\u11ff\ud7b0-\ud7fb]{5}/u;

/** The fault of a line, in a word; null for a clean one. */
export function faultOf(line: string): string | null {
  if (!SURVIVES.test(line)) return 'a character that is forbidden';
  if (STRAY_JOINER.test(line)) return 'a joiner that joins nothing';
  if (PILE.test(line)) return 'a pile of marks';
  if (/\s\s|[^\S ]/.test(line) || line !== line.trim()) return 'white space';
  return line === line.normalize('NFC') ? null : 'not NFC';
}

/** Every string of a value, keys left out. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The first line of a value's texts that is not clean, and why; null if all are. */
export function uncleanIn(value: unknown): { readonly line: string; readonly fault: string } | null {
  for (const line of textsOf(value).flatMap((text) => text.split('\n'))) {
    const fault = faultOf(line);
    if (fault !== null) return { line, fault };
  }
  return null;
}
