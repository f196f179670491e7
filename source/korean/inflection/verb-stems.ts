/**
 * Stems of Korean verbs and adjectives, and how they change: the regular contractions and the irregular
 * classes that school grammar names (ㅂ, ㄷ, ㅅ, 르, ㅎ, 우, 여, and the ㄹ that drops). A stem's class is read off
 * its last syllable; exceptions are listed.
 */
import { finalOf as finalOfSyllable, syllable, syllableParts, withFinal } from '../jamo.ts';

/** Stems of one syllable. Any other syllable before an ending is more likely the end of a noun (경기, 광고). */
const SHORT_STEMS = new Set(
  '가개깨까꼬꾸꿰끄끼나내누대데되두따떼때뛰뜨띄띠매메배베보비빼뵈사새서세쉬싸쏘쓰오외이자재주쥐지짜째쪼쬐찌차채추취치캐켜크키타태트튀파패펴푸피하헤휘' +
    '갈갉감갚갖같걷걸검겪곪곱굳굵굶굽긁길긋깊깎깔꺾꼽꽂끊끌끓꿇낚날남낡낫낮낳널넓넘넣녹놀놓높눕눌늙늘늦닦닫달닮담닳닿덜덥덮돋돌돕듣들딛딸떨떫뚫뜯' +
    '막많맑맞맡맵맺먹멀몰묶묻물믿밀밉밝밟받뱉벌벗볶붉붓불붙비빌빗빚빨뺏뻗뽑뿜살삶섞속솎솟숨쉽식신싣싫심쌓썩썰쏟쓸씹씻앉앓알않얇얕얹얻얼얽없엎엮열옅옳옮울웃읊읽잃입있잇잊잠잡잦' +
    '적절접젊젓젖졸좁좋죽줄줍집짓짖짙짚짧쫓찍찢찧찾참춥털틀팔품풀핥헐훑흩',
);

/** ㄷ becomes ㄹ before a vowel: 걷다 → 걸어. All others (받다, 얻다, 쏟다) keep it. */
const D_IRREGULAR = /(?:^걷|듣|^묻|캐묻|싣|깨닫|일컫)$/;
/** ㅅ is left out before a vowel: 짓다 → 지어. All others (웃다, 씻다, 벗다, 빼앗다) keep it. */
const S_IRREGULAR = /(?:짓|잇|낫|붓|긋|젓)$/;
/** ㅂ stays before a vowel: 잡아, 뽑아. In all others it becomes 우, or in 돕다 and 곱다 오 before 아. */
const B_REGULAR = /[잡접집입업뽑꼽씹좁]$/;
/** ㅎ is left out: 빨갛다 → 빨간, 빨개. 좋다 and all verbs (놓다, 쌓다, 넣다) keep it. */
const H_IRREGULAR: Readonly<Record<string, string>> = {
  갛: '개',
  랗: '래',
  얗: '얘',
  맣: '매',
  렇: '래',
  떻: '때',
  옇: '예',
  겋: '게',
  멓: '메',
};
/** Stems in 르 that only lose their vowel (따라, 치러) or gain ㄹ behind it (이르러); all others double it (올라). */
const REU_REGULAR = /(?:따르|치르|들르|우러르|다다르)$/;
const REO_IRREGULAR = /(?:푸르|^이르)$/;
/** The last syllables of stems that lose their ㅡ: 모으, 담그, 나쁘, 아프, 힘쓰, 트. */
const LOSES_EU = /[으그끄크뜨트쁘프쓰]$/;

/** Endings that no stem of two syllables and more has: 다 of a whole sentence, the first half of 는. */
const NO_STEM_END = /[다느]$/;

/** Whether a text may be a stem: one of the known syllables, or nearly anything of two syllables and more. */
export function mayBeStem(text: string): boolean {
  if (text.length === 1) return SHORT_STEMS.has(text);
  return !NO_STEM_END.test(text) && (finalOf(text) !== 'ㅆ' || text.endsWith('있'));
}

const finalOf = (text: string): string | undefined => finalOfSyllable(text.at(-1) ?? '');

const replaceLast = (text: string, last: string): string => text.slice(0, -1) + last;

/** The text with another final consonant (`''` for none) in its last syllable. */
export const endingIn = (text: string, final: string): string =>
  replaceLast(text, withFinal(text.at(-1)!, final));

const isIrregularB = (stem: string): boolean => finalOf(stem) === 'ㅂ' && !B_REGULAR.test(stem);

/** 아 behind ㅏ and ㅗ, else 어 (vowel harmony). */
const harmony = (text: string): '아' | '어' =>
  /[ㅏㅑㅗ]$/.test(syllableParts(text.at(-1) ?? '')?.medial ?? '') ? '아' : '어';

/** A stem as it stands before 으 and its endings: 먹으(면), 오르(면), 도우(면), 걸으(면), 지으(면), 빨가(면), 만드(는). */
export function beforeEu(stem: string): string {
  const final = finalOf(stem);
  if (final === '' || final === undefined) return stem;
  if (final === 'ㄹ' || stem.at(-1)! in H_IRREGULAR) return endingIn(stem, '');
  if (isIrregularB(stem)) return `${endingIn(stem, '')}우`;
  if (D_IRREGULAR.test(stem)) return `${endingIn(stem, 'ㄹ')}으`;
  if (S_IRREGULAR.test(stem)) return `${endingIn(stem, '')}으`;
  return `${stem}으`;
}

/** A stem with 아/어, contracted: 먹어, 올라, 도와, 걸어, 지어, 빨개, 커, 숨져, 나와, 나눠, 해, 돼. */
export function withA(stem: string): string {
  const last = syllableParts(stem.at(-1) ?? '');
  if (last === null) return stem;
  if (last.final !== '') return closedWithA(stem);
  if (stem.endsWith('하')) return replaceLast(stem, '해');
  if (stem === '푸') return '퍼';
  if (last.medial === 'ㅡ') return euWithA(stem, last.initial);
  const contracted = CONTRACTED[last.medial];
  if (contracted === undefined) return `${stem}어`;
  return replaceLast(stem, syllable(last.initial, contracted)!);
}

/** All ways to write a stem with 아/어, the commonest first: 나눠, 나누어; 논의돼, 논의되어; 해, 하여; 내놓아, 내놔. */
export function allWithA(stem: string): string[] {
  const first = withA(stem);
  if (stem.endsWith('하')) return [first, `${stem}여`];
  if (stem.endsWith('놓')) return [first, replaceLast(stem, '놔')];
  const last = syllableParts(stem.at(-1) ?? '');
  return last?.final === '' && MAY_STAY_APART.has(last.medial) ? [first, stem + harmony(stem)] : [first];
}

/** Vowels of a stem that 아/어 may also stand behind: 나누어, 되어, 숨지어, 보아. */
const MAY_STAY_APART = new Set(['ㅗ', 'ㅜ', 'ㅣ', 'ㅗㅣ']);

/** The vowels that stems contract with 아/어; behind other vowels 어 is a syllable of its own. */
const CONTRACTED: Readonly<Record<string, string>> = {
  ㅏ: 'ㅏ',
  ㅓ: 'ㅓ',
  ㅐ: 'ㅐ',
  ㅔ: 'ㅔ',
  ㅕ: 'ㅕ',
  ㅗ: 'ㅗㅏ',
  ㅜ: 'ㅜㅓ',
  ㅣ: 'ㅕ',
  ㅗㅣ: 'ㅗㅐ',
};

function closedWithA(stem: string): string {
  const irregular = H_IRREGULAR[stem.at(-1)!];
  if (irregular !== undefined) return replaceLast(stem, irregular);
  if (isIrregularB(stem)) return `${endingIn(stem, '')}${/^[돕곱]$/.test(stem) ? '와' : '워'}`;
  if (D_IRREGULAR.test(stem)) return `${endingIn(stem, 'ㄹ')}${harmony(stem)}`;
  if (S_IRREGULAR.test(stem)) return `${endingIn(stem, '')}${harmony(stem)}`;
  return `${stem}${harmony(stem)}`;
}

function euWithA(stem: string, initial: string): string {
  const before = stem.slice(0, -1);
  const vowel = harmony(before) === '아' ? 'ㅏ' : 'ㅓ';
  if (REO_IRREGULAR.test(stem)) return `${stem}러`;
  if (initial === 'ㄹ' && before !== '' && !REU_REGULAR.test(stem)) {
    return `${endingIn(before, 'ㄹ')}${syllable('ㄹ', vowel)}`;
  }
  return before + syllable(initial, vowel)!;
}

/** Suffixes of causatives and passives, by the final consonant that they stand behind: 늘리, 꺾이, 닫히, 숨기, 낮추. */
const VOICE: Readonly<Record<string, string>> = {
  ㄹ: '리이',
  ㄱ: '이히',
  ㄲ: '이',
  ㅎ: '이',
  ㄷ: '히',
  ㅂ: '히',
  ㅈ: '히추',
  ㅁ: '기',
  ㅅ: '기',
  ㅌ: '기이',
  ㅍ: '이',
};
/** Pairs in which the vowel changes. */
const OTHER_VOICE =
  '끝나 끝내 바뀌 바꾸 모이 모으 나뉘 나누 떼 떼이 치 치이 쓰 쓰이 크 키우 타 태우 차 채우 서 세우'.split(
    ' ',
  );

/** The causative or passive of a stem, and the verb that a stem is one of: 오르 올리, 늘 늘리, 낮아지 낮 낮추, 밝혀지 밝히. */
export function otherVoices(stem: string): string[] {
  const last = stem.at(-1)!;
  const before = stem.slice(0, -1);
  if (last === '지' && before !== '') {
    const verbs = stemsWithA(before);
    return [...verbs, ...verbs.flatMap(otherVoices)];
  }
  const pair = OTHER_VOICE.indexOf(stem);
  if (pair >= 0) return [OTHER_VOICE[pair ^ 1]!];
  const final = finalOf(before);
  if (last === '르' && before.length === 1 && final === '') return [`${endingIn(before, 'ㄹ')}리`];
  if (last === '리' && before.length === 1 && final === 'ㄹ' && !SHORT_STEMS.has(before))
    return [`${endingIn(before, '')}르`];
  if (stem.length === 2 && SHORT_STEMS.has(before) && VOICE[final ?? '']?.includes(last)) return [before];
  return stem.length === 1 ? [...(VOICE[finalOf(stem) ?? ''] ?? '')].map((suffix) => stem + suffix) : [];
}

/** The stems that may stand before 으 and its endings as this text: 도우 → 도우, 돕; 만드 → 만드, 만들. */
export function stemsBeforeEu(text: string): string[] {
  if (!isOpen(text)) return [];
  const before = text.slice(0, -1);
  const candidates = [text, endingIn(text, 'ㄹ'), endingIn(text, 'ㅎ')];
  if (text.endsWith('우') && isOpen(before)) candidates.unshift(endingIn(before, 'ㅂ'));
  if (text.endsWith('으') && before !== '') {
    candidates.unshift(before, endingIn(before, 'ㄷ'));
    if (isOpen(before)) candidates.unshift(endingIn(before, 'ㅅ'));
  }
  return stemsThatGive(text, candidates, (stem) => [beforeEu(stem)]);
}

/** The stems that with 아/어 give this text: 올라 → 오르, 올라; 도와 → 돕, 도오; 걸어 → 걸, 걷. */
export function stemsWithA(text: string): string[] {
  const last = syllableParts(text.at(-1) ?? '');
  if (last === null || last.final !== '') return [];
  const before = text.slice(0, -1);
  const candidates: string[] = [];
  if (/[아어]$/.test(text)) candidates.push(before, endingIn(before || ' ', 'ㄷ'));
  if (isOpen(before)) {
    if (/[와워]$/.test(text)) candidates.push(endingIn(before, 'ㅂ'));
    if (/[아어]$/.test(text)) candidates.push(endingIn(before, 'ㅅ'));
  }
  if (/[라러]$/.test(text) && finalOf(before) === 'ㄹ') candidates.push(`${endingIn(before, '')}르`);
  if (text.endsWith('르러')) candidates.push(before);
  for (const [medial, contracted] of Object.entries(CONTRACTED)) {
    if (contracted === last.medial) candidates.push(before + syllable(last.initial, medial)!);
  }
  const eu = before + syllable(last.initial, 'ㅡ')!;
  if (LOSES_EU.test(eu) || REU_REGULAR.test(eu)) candidates.push(eu);
  if (text.endsWith('해')) candidates.unshift(`${before}하`);
  if (text === '퍼') candidates.push('푸');
  if (text.endsWith('하여')) candidates.unshift(before);
  if (text.endsWith('놔')) candidates.unshift(`${before}놓`);
  for (const [stem, form] of Object.entries(H_IRREGULAR)) {
    if (text.endsWith(form)) candidates.push(before + stem);
  }
  return stemsThatGive(text, candidates, allWithA);
}

const isOpen = (text: string): boolean => finalOf(text) === '';

function stemsThatGive(
  text: string,
  candidates: readonly string[],
  forms: (stem: string) => readonly string[],
): string[] {
  return [...new Set(candidates)].filter(
    (stem) => stem !== '' && mayBeStem(stem) && forms(stem).includes(text),
  );
}
