/** Characters that are small and raised, or lowered, in Unicode (Superscripts and Subscripts, Phonetic Extensions). */
const RAISED: Readonly<Record<string, string>> = Object.fromEntries([
  ...pairs('0123456789+=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁼⁽⁾'),
  ...pairs('-−–', '⁻⁻⁻'),
  ...pairs('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
  ...pairs('ABDEGHIJKLMNOPRTUVW', 'ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ'),
]);
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries([
  ...pairs('0123456789+=()', '₀₁₂₃₄₅₆₇₈₉₊₌₍₎'),
  ...pairs('-−–', '₋₋₋'),
  ...pairs('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
]);

function pairs(plain: string, small: string): [string, string][] {
  const shapes = [...small];
  return [...plain].map((sign, index) => [sign, shapes[index]!]);
}

/** Signs that are small by themselves. */
const SMALL = /^[®™©℠*†‡°′″※⁰-₟²³¹ªº]+$/;

/** How a text stands on its line. */
export type Script = 'sup' | 'sub' | null;

/** The script that an element sets its text in, or that of the text around it. */
export function scriptOf(name: string, around: Script): Script {
  return name === 'sup' || name === 'sub' ? name : around;
}

/**
 * A text as it stands in a line without small letters: `10<sup>-6</sup>` is 10⁻⁶. A text with a character that
 * Unicode has no small form of is marked by `^` or `_` as a whole: `x^가`, `x^(가 나)`.
 */
export function inScript(text: string, script: Script): string {
  const inner = text.trim();
  if (script === null || inner === '' || SMALL.test(inner)) return text;
  const shapes = script === 'sup' ? RAISED : LOWERED;
  const small = [...inner].map((sign) => shapes[sign]);
  const mark = script === 'sup' ? '^' : '_';
  const marked = /^[\p{L}\p{N}.,]+$/u.test(inner) ? `${mark}${inner}` : `${mark}(${inner})`;
  return text.replace(inner, () => (small.includes(undefined) ? marked : small.join('')));
}
