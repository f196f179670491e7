// Headlines in the papers' manner, each Hanja with the reading that is right behind it. Invented.
import { random } from '../../support/headlines.ts';

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  topic: '금리 관세 반도체 배터리 조선 원전 환율 의료 연금개혁 예산안 수출규제 기후대책'.split(' '),
  did: '논의 합의 재검토 압박 비판 환영 경고 제안 거부 추진 연기 철회'.split(' '),
  quote: '“유감”|“검토 중”|“사실무근”|“협의하자”|“책임져야”|“아쉽다”|“늦지 않았다”|“곧 발표”'.split('|'),
  office: '총리 장관 대표 의원 위원장 의장 실장 총장 지사'.split(' '),
  person:
    '李(이) 朴(박) 崔(최) 鄭(정) 尹(윤) 趙(조) 姜(강) 徐(서) 吳(오) 黃(황) 洪(홍) 宋(송) 申(신) 權(권) 許(허) 沈(심)'.split(
      ' ',
    ),
  fall: '林(임) 梁(양) 柳(유) 羅(나) 劉(유) 盧(노) 呂(여)'.split(' '),
  land: '美(미국) 日(일본) 英(영국) 獨(독일) 佛(프랑스) 中(중국) 北(북한) 印(인도) 泰(태국) 濠(호주) 加(캐나다)'.split(
    ' ',
  ),
  state: '총리 대통령 정부 의회 외교부 언론 국방부'.split(' '),
  make: '자동차 기업 증시 은행 항공사 공장 법원 검찰 대사관 관광객 선수단 유학생 점령군 지원군 감독 장관'.split(
    ' ',
  ),
  sport: '양궁 펜싱 유도 태권도 쇼트트랙 수영 사격 배드민턴 탁구 역도 레슬링 체조'.split(' '),
  event: '올림픽 아시안게임 세계선수권 유니버시아드'.split(' '),
  n: '2 3 4 5 7 9 11 24 36 80'.split(' '),
  place: '가온 나래 다솔 라온 마루 바름 아람 자운'.split(' '),
};

/** Patterns with `{slots}`. The reading in round brackets behind Hanja is the right one. */
const PATTERNS: readonly string[] = [
  '{land} {state}, {topic} {did}…韓(한국) {topic} 영향',
  '{land} {topic} {did}에 韓(한국) 증시 {n}% 하락',
  '韓(한)총리 {quote}… {topic} {did}',
  '韓(한){office}, {topic} {did}… {quote}',
  '{person}{office} {quote}, 野(야당) {quote}',
  '{person} 대통령, {topic} {did}',
  '{fall}의원 {quote}… 與(여당) {topic} {did}',
  '與(여당) {quote} 野(야당) {quote}… {topic} {did}',
  '檢(검찰), {place}시 {topic} 의혹 {n}명 기소',
  '警(경찰), {place}구청 압수수색… {n}명 입건',
  '法(법원) {quote}… {topic} 소송 기각',
  '{sport} 첫 金(금)… {event} {n}년 만에',
  '{event} {sport} 단체 銀(은), 개인 銅(동)',
  '{sport} {place}하늘, {event} 銀(은) 추가',
  '{event} {sport} 銀(은) {n}개·銅(동) {n}개',
  '{sport} 대표팀, {event}서 金(금) {n}개 사냥',
  '金(김) 감독 {quote}… {place}FC {n}연승',
  '金(금)값 {n}% 올라… {topic} 불안 탓',
  '{land}{make}, {place}에 {n}조 투자',
  '佛(프랑스)자동차 {n}만대 리콜',
  '獨(독일)자동차 업계, {topic} {did}',
  '印(인도)감독 영화 {n}편 상영',
  '露(러시아)지원군 {n}명 철수',
  '西(스페인) 총리, {topic} {did}',
  '西(스페인) 정부 {quote}… {place} 축제 {n}명 참가',
  '첫 경기 中(중국)에 {n}-0… {sport} 대표팀 완승',
  '여자 {sport}, 예선 첫 경기 中(중국) 꺾고 조 1위',
  '경기 中(중) 쓰러진 {sport} 선수, {n}일 만에 복귀',
  '회의 中(중) 퇴장한 {place}시의원 {quote}',
  '수사 中(중) {topic} 자료 {n}건 발견',
  '勞勞(노노)갈등 번진 {place}공장… 勞(노동계) {quote}',
  '老老(노노)케어 {n}년, {place}군의 실험',
  '勞使(노사), {topic} {did}… {n}년 만',
  '勞使政(노사정) 대화 재개… {topic} {did}',
  '韓美(한미) 정상, {topic} {did}',
  '韓日(한일) 외교장관 {quote}',
  '美中(미중) {topic} 갈등에 韓(한국) 기업 {did}',
  '北中(북중) 접경 {n}곳 통제',
  '南北(남북) 대화 재개 {did}',
  '北(북한), 미사일 {n}발 발사… 軍(군) {quote}',
  '露(러시아) 대통령, {topic} {did}… 美(미국) {quote}',
  '靑(청와대) {quote}… {topic} {did}',
  '故(고) {place}하늘 화백 {n}주기 전시',
  '前(전) 장관 {n}명 소환… 檢(검찰) {quote}',
  '{person} 前(전)대표 {quote}',
  '新(신) {topic} 대책 {n}개월… 효과는',
  '女(여)배우 {n}명, {place} 영화제 심사',
  '20대 女(여성) {n}명 구조… 警(경찰) 수사',
  '男女(남녀) {n}명 {sport} 혼성 결승행',
  '전년比(비) {n}% 늘어난 {topic} 예산',
  '지난해 比(대비) {n}% 증가… {place}시 {topic}',
  '{place}銀(은행)… 아니, KB銀(은행) {topic} {did}',
  '시중銀(은행) 대출금리 {n}% 넘어',
  '방송{n}法(법) {did}… 與(여당) {quote}',
  'AI法(법) 통과, {land} 기업 {did}',
  '{n}日(일) 담화… {topic} {did}',
  '이통{n}社(사) {topic} {did}',
  'AI株(주) {n}% 급등… {topic} 기대',
  '{n}兆(조) 원 {topic} 예산 {did}',
  '國民年金(국민연금) {n}년 만에 {did}',
  '新冷戰(신냉전) {n}년, {land} {state}의 선택',
  '臨時政府(임시정부) {n}주년 기념식',
  '不動産(부동산) {topic} 대책 {did}',
  '北京(베이징)서 {topic} 회의… 日(일본) {quote}',
  '習近平(시진핑), {topic} {did}… 美(미국) {quote}',
  '實事求是(실사구시)로 본 {topic} {did}',
  '男女老少(남녀노소) {n}명 모인 {place} 축제',
  '與(여)권 {n}명 {quote}… 野(야)권은 {did}',
  '檢(검)사 {n}명 파견… {topic} 수사',
  '中(중국) {n}분기 성장률 {n}%',
  '中(중)3 학생 {n}명, {place} 과학전 수상',
  '초·中(중)·고 {n}곳 {topic} 교육',
  '株價(주가) {n}% 하락… {topic} 우려',
  '金利(금리) 인하 {did}… 銀行(은행)권 {quote}',
  '油價(유가) {n}달러… {topic} 비상',
  '人事(인사) {n}명 단행… {topic} 전담',
  '非理(비리) 의혹 {n}건… 檢(검찰) 수사',
  '歷史(역사) 교과서 {n}종 {did}',
  '選擧(선거) {n}일 앞… 與(여당) {topic} 공약',
  '日(일본) 언론 {quote}… 韓(한국) 정부 {did}',
  '{person}-{person} 회동… {topic} {did}',
  '韓(한국)대표팀, {event} {n}위',
  '南(남)지사 {quote}… {topic} {did}',
  '車(차)의원 {quote}',
  '臺灣(대만) {topic} {did}… 中(중국) {quote}',
  '羅州(나주)·潭陽(담양) {n}곳 {topic} {did}',
  '民心(민심) 살핀 {person}{office} {quote}',
  '大選(대선) {n}일… {person} {quote}',
  '獨島(독도) 예산 {n}억 {did}… 日(일본) {quote}',
  '良心(양심) 고백 {n}년… {place} 사건',
  '離婚(이혼) {n}% 감소… {place}구 통계',
  '流通(유통)업계, {topic} {did}',
  '百年(백년) 가게 {n}곳… {place} 골목',
  '樂園(낙원)상가 {n}년, {place} 장인의 하루',
  '論文(논문) {n}편 조사… {place}대 {quote}',
  '來年(내년) {topic} 예산 {n}조',
  '北(북) 동풍에 미세먼지 {n}㎍… 西(서)쪽 더 짙어'.replace('北(북) 동풍', '北(북)동풍'),
  '黨政(당정), {topic} {did}… 野(야당) {quote}',
  '軍(군), {topic} 훈련 {n}일 {did}',
  '獨(독일) 총리·佛(프랑스) 대통령, {topic} {did}',
  '伊(이탈리아) 관광지 {n}곳… 越(베트남) 노선 증편',
];

export interface GlossedTitle {
  readonly title: string;
  /** `offset reading` of each Hanja run, by its end in the title. */
  readonly right: ReadonlyMap<number, string>;
}

const READING = /([\u3400-\u9fff])\(([가-힣]+)\)/;

/** Every pattern so many times, with other words each time. */
export function glossedTitles(times: number): GlossedTitle[] {
  const next = random(29);
  return Array.from({ length: times }, () => PATTERNS)
    .flat()
    .map((pattern) => {
      const filled = pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
        const words = SLOTS[slot]!;
        return words[Math.floor(next() * words.length)]!;
      });
      const right = new Map<number, string>();
      let title = filled;
      for (let match = READING.exec(title); match !== null; match = READING.exec(title)) {
        right.set(match.index + 1, match[2]!);
        title = title.slice(0, match.index + 1) + title.slice(match.index + match[0].length);
      }
      return { title, right };
    });
}
