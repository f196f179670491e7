/**
 * Numbers and the units newspapers count with. A Hangul numeral counts only before a unit (두 달, but 두 정상), so the unit
 * must be a whole word, or a word with a particle or suffix behind it.
 */

/** Units: people and things, groups and places, papers and works, turns and games, time, money, measures. */
const UNITS = `
명 인 인분 인승 분 사람 가구 세대 팀 쌍 개 개국 개사 개소 개교 개년 개월 개팀 대 건 가지 종 종류 품목 과목 마리 두 필 그루 송이 포기 알 톨 자루
벌 켤레 짝 채 동 척 기 문 문항 문제 량 곳 군데 나라 도시 칸 필지 평 층 호 호실 실 석 좌석 병상 방 줄 겹 단계 등 등급 급 호봉 위 계단 갈래 가닥 토막 조각 덩어리 뭉치 다발 묶음
권 부 편 장 장면 쪽 면 줄기 글자 행 조 조항 항 호선 곡 마디 박자 악장 막 점 점차 골차 순위 순번 세트 쿼터 컷 매 통 표 마당 판 끼 잔 병 컵 그릇 접시 공기 모금 숟가락 방울 포 포대 상자 박스 봉지 갑 캔 세트
번 번째 차 차례 회 회차 회전 게임 경기 라운드 이닝 홀 골 안타 홈런 타점 승 패 무 무승부 연승 연패 관왕 타 삼진 득점 실점 언더파 오버파 바퀴 걸음 발짝 발자국 가마 가마니 섬
세기 년 년생 년물 주년 년도 해 분기 학기 학년 학년도 학급 주차 거래일 반 월 달 주 주일 주간 일 날 박 시 시간 초 세 살
원 달러 센트 유로 위안 엔 파운드 루블 루피 페소 프랑 헤알 바트 링깃 루피아 비트코인 냥 돈
퍼센트 퍼센트포인트 포인트 배 푼 도 킬로 킬로미터 미터 센티미터 센티 밀리미터 마이크로미터 나노미터 나노 마일 야드 피트 인치 해리 광년
제곱미터 제곱킬로미터 세제곱미터 평방미터 평방킬로미터 헥타르 에이커 리터 밀리리터 배럴 갤런 시시 그램 킬로그램 밀리그램 톤 캐럿 온스 근 와트 킬로와트 메가와트 기가와트 와트시 볼트 암페어
칼로리 킬로칼로리 데시벨 헤르츠 메가헤르츠 기가헤르츠 헥토파스칼 바이트 메가바이트 기가바이트 테라바이트 비트 픽셀 화소 마력 노트 베크렐 시버트
`;

const LATIN_UNITS =
  'km kg cm mm nm mg ml m g t L p bp dB hPa W kW MW GW TW kWh MWh GWh TWh Hz kHz MHz GHz KB MB GB TB PB kcal cc kt Mbps Gbps rpm ppm dpi';

/** Particles and suffixes that may follow a unit in its word, by how they begin. */
const BEHIND_UNIT =
  '이 가 은 는 을 를 의 에 으로 로 도 만 과 와 까지 부터 씩 당 간 째 여 정도 안팎 내외 남짓 전 후 뒤 앞 차 중 규모 분 권 별 수 제 용 어치 짜리 나 며 고 마다 보다 밖 뿐 조차 쯤 들 꼴 대 급 형 치 였 라 입니 미만 초과 하고';

/** What a unit of measure is counted in: km/h, ㎍/㎥. */
const PER = '(?:/(?:[㎀-㏟]|[a-zA-Z]{1,2}(?![A-Za-z])))?';

const DIGITS = /[0-9][0-9,.조억만천백십여수몇]{0,24}$/;
const SINO = '[수몇]?[일이삼사오육칠팔구]?[십백천만억조][일이삼사오육칠팔구십백천만억조수몇여]*';
const NATIVE =
  '(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:한두?|두세?|두어|세|석|서너|네댓?|넉|다섯|대여섯|여섯|예닐곱|일곱|여덟|아홉)|열|스무|서른|마흔|쉰|예순|일흔|여든|아흔';
const IN_HANGUL = new RegExp(`^[‘“'"(]*(?:${SINO}|${NATIVE}|수|몇|몇몇|여러|첫)$`);

/** The longest first: 시간 is not 시. */
const alternatives = (words: string): string =>
  words
    .trim()
    .split(/\s+/)
    .sort((one, other) => other.length - one.length)
    .join('|');
const ANY_UNIT = `(?:${alternatives(UNITS)})(?=$|[^가-힣]|${alternatives(BEHIND_UNIT)})`;
/** Words that begin as a unit with a suffix does, and are none: 조용히 is not 조 and 용. */
const NO_UNIT = '조용 조만간 대중 대만 대전 대형 반도체 도전 기여 기도 호전';
const UNIT = new RegExp(
  `^(?:여 ?)?(?:[㎀-㏟]|(?:${alternatives(LATIN_UNITS)})(?![A-Za-z])${PER}|(?!${alternatives(NO_UNIT)})${ANY_UNIT})`,
);
/** A unit without a space behind its number may be a sign too; a word in no list keeps its first syllable (3000선). */
const HANGING_UNIT = `(?:[%％‰](?:포인트|[pP]|대)?|(?:[℃㎀-㏟]|(?:${alternatives(LATIN_UNITS)})(?![A-Za-z]))${PER}|${ANY_UNIT}|[가-힣])?`;

/** The longest unit with `여 ` before it and a suffix behind it. */
const LONGEST_UNIT = 12;
const LONGEST_NUMBER = 24;

/** Characters that end a number: a quick test before the slower ones. */
const NUMBER_END = /[0-9조억만천백십여수몇한두세석너네댓넉섯곱덟홉열무른흔쉰순든러첫어]/;

/**
 * The UTF-16 length of the unit that begins at `next`, if the word that ends at `last` is a number counted in
 * it (`3조5000억` before ` 원을` has the unit 원: 1); 0 otherwise.
 */
export function countedLength(text: string, last: number, next: number): number {
  if (!NUMBER_END.test(text[last]!)) return 0;
  const number = text.slice(Math.max(text.lastIndexOf(' ', last) + 1, last - LONGEST_NUMBER), last + 1);
  if (!DIGITS.test(number) && !IN_HANGUL.test(number)) return 0;
  return UNIT.exec(text.slice(next, next + LONGEST_UNIT))?.[0].length ?? 0;
}

/**
 * A figure with its sign or 제, its powers of ten in Hangul, and the unit that hangs on it: 2조1000억달러, −3.5%포인트, 제3차, 제Ⅱ부.
 */
const FIGURE =
  /제[Ⅰ-Ⅻ]|(?:(?<![0-9A-Za-z가-힣])[+±−-]|제)?[0-9０-９]+(?:[.,][0-9０-９]+)*(?:[천백십]?[만억조경](?:[0-9]+(?:[.,][0-9]+)*)?)*[천백십]?여?/g;
const UNIT_ON_FIGURE = new RegExp(`^${HANGING_UNIT}`);

/**
 * Calls `onFigure` with the UTF-16 range of each figure of a text, which UAX #14 (LB25) and klreq keep on one
 * line.
 */
export function eachFigure(text: string, onFigure: (start: number, end: number) => void): void {
  if (!/[0-9０-９Ⅰ-Ⅻ]/.test(text)) return;
  for (const match of text.matchAll(FIGURE)) {
    const end = match.index + match[0].length;
    const unit = UNIT_ON_FIGURE.exec(text.slice(end, end + LONGEST_UNIT))?.[0] ?? '';
    onFigure(match.index, end + unit.length);
  }
}
