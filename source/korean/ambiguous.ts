import { AMBIGUOUS } from './width-data.ts';

/**
 * Replacements for the ambiguous characters that newspapers use: for each the nearest character that every terminal
 * draws in one cell. The replacement is as wide as the original, so it can be made after lines are set: `>=` or `1/2`
 * would not fit where `≥` and `½` were. The meaning stays: ± becomes ∓, ≥ becomes ⩾, and ↗ a rising arrow again.
 */
const PAIRS = `
“" ”" ‘' ’' ′' ″" „" ‚, …⋯ ‥⋯ ·⋅ ‧⋅ •∙ ∙⋅ —- –- ―- ‐- ∼~ ～~ ※* †+ ‖| ‡+ §S ¶P ¡! ¿? °ᵒ ℃C ℉F №# ™ᵀ ®ᴿ ©ᶜ ªa ºᵒ
Ⅱ2 Ⅲ3 Ⅳ4 Ⅵ6 Ⅶ7 Ⅷ8 Ⅸ9 ⅱ2 ⅲ3 ⅳ4 ⅵ6 ⅶ7 ⅷ8 ⅸ9 ∥| ∣| ∶: ∷: ː: ∕/ ․. ∽~ ✽* ≈≅ ≌≅
●∙ ○◦ ◎◉ ■▪ □▫ ▣▪ ▤▪ ▥▪ ▦▪ ▧▪ ▨▪ ▩▪ ▲▴ △▵ ▶▸ ▷▹ ▼▾ ▽▿ ◀◂ ◁◃ ◆❖ ◇◊ ◈❖ ◐◉ ◑◉ ◯◦ ⊙◉ ★✶ ☆✩ ☎✆ ☏✆ ☞> ☜< ♀f ♂m ♠* ♡* ♣* ♤* ♥❤ ♧* ♨* ♩* ♪* ♬* ♭b ♯#
→⇢ ←⇠ ↑⇡ ↓⇣ ↔⇄ ↕⇅ ↖⇖ ↗⇗ ↘⇘ ↙⇙ ⇒⇢ ⇔⇄ ⇧⇡ ±∓ ×x ÷/ ≒≅ ≠≢ ≡= ≪⋘ ≫⋙ ≤⩽ ≥⩾ ≦⩽ ≧⩾ ≮⩾ ≯⩽ ∞ꝏ √v ∴: ∵: ∈ϵ ∏P ∑S ∫S ∧^ ∨v ∩n ∪u ∂d ∇v ∀A ∃E ⊂< ⊃> ⊥T ⌒^
①➀ ②➁ ③➂ ④➃ ⑤➄ ⑥➅ ⑦➆ ⑧➇ ⑨➈ ⑩➉ ❶➊ ❷➋ ❸➌ ❹➍ ❺➎ ❻➏ ❼➐ ❽➑ ❾➒ ❿➓ ¤$ €Є ¨" ´' ¸, ¯- ˉ- ˇv ˘u ˙' ˚o ˛, ˜~ ˝" ℓl ℡T ΩO
ÆA æa ØO øo ÐD ðd ÞT þt ßs ŁL łl ŒO œo ĐD đd ĦH ħh ıi ĸk ŋn ŊN ŦT ŧt ɑa ɡg ʻ'
─- ━- │| ┃| ╌- ╍- ┄- ┅- ┈- ┉- ┆| ┇| ┊| ┋| ╎| ╏| ═= ║| █# ▀" ▄_ ▌| ▐| ░. ▒: ▓#
`;

/** Greek and Cyrillic, which are ambiguous too, by the Latin letters that they are written with. */
const LETTERS = `
ΑA ΒB ΓG ΔD ΕE ΖZ ΗH ΘT ΙI ΚK ΛL ΜM ΝN ΞX ΟO ΠP ΡR ΣS ΤT ΥY ΦF ΧC ΨP ΩO αa βb γg δd εe ζz ηh θt ιi κk λl μm νn ξx οo πp ρr σs τt υy φf χc ψp ωo
АA БB ВV ГG ДD ЕE ЁE ЖZ ЗZ ИI ЙI КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХH ЦC ЧC ШS ЩS ЪY ЫY ЬY ЭE ЮU ЯA аa бb вv гg дd еe ёe жz зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цc чc шs щs ъy ыy ьy эe юu яa
`;

/** Corners and crossings, all of them. */
const CROSSINGS = /[\u250c-\u254b\u2552-\u2573]/;
/** Drawn where no one-cell character means the same: a missing ‰, ½ or ⑪ is better than a wrong % or 1. */
const UNKNOWN = '▯';
/** m² may be m2, but 10² is not 102. */
const RAISED = /[¹²³⁴]/;
const SOFT_HYPHEN = '\xad';

let ambiguous: RegExp | null = null;
let swaps: Map<string, string> | null = null;

function makeSwaps(): Map<string, string> {
  const made = new Map<string, string>();
  for (const pair of `${PAIRS} ${LETTERS}`.trim().split(/\s+/)) made.set([...pair][0]!, [...pair][1]!);
  return made;
}

function ambiguousPattern(): RegExp {
  const ranges = AMBIGUOUS.trim().replace(
    /(\w+)(?:-(\w+))?\s*/g,
    (_, first: string, last = first) => `\\u{${hex(first)}}-\\u{${hex(last)}}`,
  );
  return new RegExp(`[${ranges}]`, 'gu');
}

const hex = (base36: string): string => Number.parseInt(base36, 36).toString(16);

/**
 * The text for a terminal that draws East Asian Ambiguous characters in two cells: each is swapped for one of one
 * cell, letters for Latin ones, boxes for ASCII. None is left, and the text is as wide as before.
 */
export function swapAmbiguous(text: string): string {
  ambiguous ??= ambiguousPattern();
  return text.replace(ambiguous, swapped);
}

function swapped(char: string, at: number, text: string): string {
  swaps ??= makeSwaps();
  if (char === SOFT_HYPHEN) return '';
  const known = swaps.get(char);
  if (known !== undefined) return known;
  if (CROSSINGS.test(char)) return '+';
  if (RAISED.test(char) && /[0-9]/.test(text[at - 1] ?? '')) return UNKNOWN;
  const plain = char.normalize('NFKD').replace(/[^a-z0-9]/gi, '');
  return plain.length === 1 ? plain : UNKNOWN;
}
