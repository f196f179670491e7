// Words for two sets of invented headlines. The sets share none, so that tuning on one does not tune for the
// other.

export interface Lexicon {
  readonly seed: number;
  /** Invented names, and kinds of things named after them: 가온 + 대교. */
  readonly names: readonly string[];
  readonly things: readonly string[];
  readonly who: readonly string[];
  /** A form that headlines end in, and others that a reader may type. */
  readonly verbs: readonly (readonly [printed: string, ...others: string[]])[];
  /** A surname, its Hanja, and the word that a headline puts behind it. */
  readonly surnames: readonly (readonly [reading: string, hanja: string])[];
  readonly offices: readonly string[];
  readonly given: readonly string[];
  readonly hanja: readonly (readonly [hanja: string, read: string])[];
  readonly accented: readonly (readonly [printed: string, typed: string])[];
  /** Headlines by their slots; particles as the pair that agrees. */
  readonly patterns: readonly string[];
}

const list = (words: string): string[] => words.trim().split(/\s+/);
const pairs = (words: string): [string, string][] =>
  list(words).map((pair) => pair.split(':') as [string, string]);
const verbs = (lines: string): [string, ...string[]][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' ') as [string, ...string[]]);

export const TUNING: Lexicon = {
  seed: 41,
  names: list(
    '가온 나래 다솔 라온 마루 바름 사랑 아람 자운 차오름 카온 타래 파랑 하늬 거북 너울 더덕 러샘 머루 버들 서리 어진 저녁 처마 커울 터울 퍼진 허브 고운 노을 도담 로운 모래 보름 소담 오름 조약 초롱 코스 토담 포근 호수 구름 누리 두레 루미 무지 부들 수련 우듬 주렁 추임 쿠니 투미 푸름 후박',
  ),
  things: list(
    '대교 터널 시장 축제 조례 특구 법안 병원 항만 신도시 둘레길 박물관 저수지 산단 연구소 공항 단지 지하철 발전소 도서관 협의회 급식소 예산안 훈련장 체육관 미술관 재개발 환승역 물류센터 청문회 인공섬 고등학교 소각장 생태원 휴양림 정수장',
  ),
  who: list(
    '정부 국회 교육청 소방당국 연구진 노동계 의료계 주민들 시민단체 건설사 야당 여당 법원 검찰 경찰 구청 상인들 학부모',
  ),
  verbs: verbs(`
    올라 오른 오르는 올랐다 오르자
    숨져 숨진 숨졌다
    밝혀 밝힌 밝혔다 밝히자
    나서 나선 나섰다 나서는
    막아 막은 막았다 막는
    어려워 어려운 어려웠다 어렵다
    늘어 늘었다 늘고 느는
    무너져 무너진 무너졌다 무너지는
    이어 잇는 이었다 이은
    만들어 만든 만드는 만들었다
    모아 모은 모았다 모으는
    하락 하락했다 하락한 하락하는
    급증 급증한 급증했다 급증하자
    확정 확정된 확정됐다 확정돼
    공개 공개한 공개했다 공개하며
    줄어 줄었다 줄고 주는
    커져 커진 커졌다 커지는
    나눠 나눈 나눴다 나누는
    보내 보낸 보냈다 보내는
    붙잡아 붙잡은 붙잡았다 붙잡는
    불러 부른 불렀다 부르는
    도와 도운 도왔다 돕는
    깨달아 깨달은 깨달았다 깨닫는
    바빠 바쁜 바빴다
    폐지 폐지된 폐지한 폐지됐다
  `),
  surnames: pairs(
    '윤:尹 한:韓 이:李 박:朴 최:崔 정:鄭 강:姜 조:趙 장:張 임:林 오:吳 서:徐 신:申 권:權 황:黃 안:安 송:宋 홍:洪 유:劉 문:文 양:梁 손:孫',
  ),
  offices: list('정권 총리 장관 대표 의장 의원 후보 위원장 실장 감독'),
  given: list('석열 덕수 가온 나래 서준 하람 도윤 지우 예린 시우 은우 수아'),
  hanja: pairs('美:미국 中:중국 日:일본 與:여당 野:야당 檢:검찰 英:영국 韓美:한미'),
  accented: pairs(
    'café:cafe résumé:resume Beyoncé:beyonce Citroën:citroen Nestlé:nestle São:sao Pokémon:pokemon Müller:muller',
  ),
  patterns: [
    '“{A}{은/는} 끝났다”…{who}, {B} {V}',
    '{who} “{A} 재검토”…{B} {n}건 {V}',
    '{A}{이/가} {V}…{who} “{B} 서둘러야”',
    '[단독]{A} {n}억 원 {B}{을/를} 놓고 {V}',
    '{who}, {A}{와/과} {B}… {n}년 만에 {V}',
    '{A} {n}명 {V}, {who}도 {B} 찾아',
    '{A} 앞둔 {who}… {B} “{V}”',
  ],
};

export const HELD_OUT: Lexicon = {
  seed: 43,
  names: list(
    '갈매 난초 달빛 람파 만해 반디 산들 안개 잔디 찬샘 캄파 탄금 판교골 한별 검단 넉넉 덕적 럭키 먼동 벌말 선비 언덕 절골 천마 컨벤 턱골 편백 현풍 곤줄 논개 돌담 론도 몽돌 본말 솔밭 온새 종달 촌뜰 콩밭 통일 퐁당 홍매 국밥 눈꽃 둔치 룸바 문수 분홍 순천만 운문 준령 춘란 쿵작 툰드 풍금 훈민',
  ),
  things: list(
    '수목원 간척지 교량 역세권 기념관 공청회 야구장 보건소 등대 순환로 해수욕장 양식장 기숙사 임대주택 관측소 전시관 캠퍼스 출장소 방조제 매립지 폐교 방파제 유치원 수영장 식물원 공연장 면세점 터미널 주차장 요양원 조선소 어시장 고속도로 천문대 방송국 자치회',
  ),
  who: list(
    '도의회 감사원 환경단체 대학가 유통업계 조합원 해경 농민회 금융당국 보험사 항공사 의사회 극단 시의회 통신사 은행권 노조 입주민',
  ),
  verbs: verbs(`
    갈라 가른 갈랐다 가르는
    쏟아져 쏟아진 쏟아졌다 쏟아지는
    던져 던진 던졌다 던지는
    끌어올려 끌어올린 끌어올렸다
    뒤집어 뒤집은 뒤집었다 뒤집는
    가벼워 가벼운 가벼웠다 가볍다
    실어 싣는 실은 실었다
    지어 짓는 지은 지었다
    떠올라 떠오른 떠올랐다 떠오르는
    흘러 흐른 흘렀다 흐르는
    이끌어 이끈 이끌었다 이끄는
    흔들려 흔들린 흔들렸다 흔들리는
    거둬 거둔 거뒀다 거두는
    내놔 내놓은 내놨다 내놓는
    뽑아 뽑은 뽑았다 뽑는
    잠가 잠근 잠갔다 잠그는
    기뻐 기쁜 기뻤다
    급락 급락했다 급락한 급락하자
    완공 완공된 완공됐다 완공돼
    구속 구속된 구속됐다 구속하라
    무산 무산된 무산됐다
    재개 재개한 재개했다 재개하는
    합의 합의한 합의했다 합의하자
    떨어져 떨어진 떨어졌다 떨어지는
    빼앗아 빼앗은 빼앗았다 빼앗는
  `),
  surnames: pairs(
    '배:裵 백:白 허:許 남:南 심:沈 노:盧 하:河 곽:郭 성:成 차:車 주:朱 우:禹 구:具 나:羅 민:閔 진:陳 지:池 엄:嚴 채:蔡 원:元 김:金 전:全',
  ),
  offices: list('대통령 부총리 차관 원내대표 지사 시장 회장 총장 특검 교수'),
  given: list('민재 태오 유나 다인 준혁 소율 채원 현석 지호 하윤 규빈 세영'),
  hanja: pairs('獨:독일 露:러시아 佛:프랑스 北:북한 靑:청와대 警:경찰 軍:군 韓日:한일'),
  accented: pairs(
    'Zürich:zurich Björk:bjork Malmö:malmo naïve:naive Ångström:angstrom jalapeño:jalapeno Łódź:lodz Façade:facade',
  ),
  patterns: [
    '{who} {A} {V}…“{B} 어쩌나”',
    '{A}{을/를} {n}일까지 {V}, {B}{은/는} 제외',
    '‘{A}’ {n}곳 {V}… {who} “{B}부터”',
    '{n}만 명 몰린 {A}, {who} {B} {V}',
    '[속보]{who} “{A}{와/과} 무관”… {B} {V}',
    '{B} 넘은 {A}… {who} {n}조 원 {V}',
    '{who}가 본 {A}: {B} 왜 {V}',
  ],
};
