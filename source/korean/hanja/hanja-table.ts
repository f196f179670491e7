/** A Hanja as newspapers use it. */
export interface Hanja {
  readonly char: string;
  /** The word it stands for alone or before a Hangul word: 美 대선 → 미국. */
  readonly word: string;
  /** The syllable inside a word (韓美 → 한미), without the initial-sound law (두음법칙) that `hanja.ts` applies. */
  readonly reading: string;
}

/** `Hanja word reading`, or `Hanja reading` where the word is no other. */
const LINES = `
韓 한국 한, 美 미국 미, 中 중국 중, 日 일본 일, 北 북한 북, 南 남한 남, 英 영국 영, 獨 독일 독, 佛 프랑스 불, 露 러시아 러
俄 러시아 아, 蘇 소련 소, 伊 이탈리아 이, 印 인도 인, 越 베트남 월, 泰 태국 태, 比 필리핀 비, 蒙 몽골 몽, 濠 호주 호, 豪 호주 호
加 캐나다 가, 墨 멕시코 묵, 葡 포르투갈 포, 蘭 네덜란드 란, 埃 이집트 애, 臺 대만 대, 台 대만 대, 歐 유럽 구, 亞 아시아 아, 港 홍콩 항
與 여당 여, 野 야당 야, 檢 검찰 검, 警 경찰 경, 軍 군, 靑 청와대 청, 政 정부 정, 黨 당, 法 법원 법, 憲 헌법재판소 헌, 官 관, 民 민간 민
勞 노동계 로, 使 사용자 사, 銀 은행 은, 株 주식 주, 社 회사 사, 硏 연구원 연, 證 증권 증, 委 위원회 위, 車 자동차 차, 油 석유 유
稅 세금 세, 醫 의사 의, 財 재계 재, 債 채권 채, 元 위안 원, 弗 달러 불, 圓 엔 원, 選 선거 선, 核 핵
金 김 금, 尹 윤, 李 리, 朴 박, 文 문, 盧 로, 崔 최, 鄭 정, 趙 조, 姜 강, 張 장, 林 림, 徐 서, 申 신, 權 권, 黃 황, 安 안, 宋 송
柳 류, 洪 홍, 吳 오, 劉 류, 梁 량, 曺 조, 羅 라, 習 시진핑 습, 韋 위, 沈 심 침, 呂 려, 丁 정, 成 성, 孫 손, 裵 배, 白 백, 許 허
前 전, 現 현, 故 고, 新 신, 舊 구, 女 여성 녀, 男 남성 남, 老 노인 로, 童 동, 兒 아, 夫 부, 妻 처, 父 부, 母 모, 子 자, 兄 형, 弟 제
人 인, 者 자, 家 가, 氏 씨, 君 군, 孃 양, 翁 옹, 師 사, 士 사, 長 장, 相 상, 王 왕, 大 대, 小 소, 高 고, 低 저, 短 단, 多 다, 少 소
强 강, 弱 약, 輕 경, 重 중, 急 급, 好 호, 惡 악, 善 선, 上 상, 下 하, 左 좌, 右 우, 內 내, 外 외, 東 동, 西 서, 間 간, 先 선, 後 후
初 초, 終 종, 末 말, 全 전, 半 반, 各 각, 第 제, 未 미, 無 무, 非 비, 不 불, 反 반, 親 친, 脫 탈, 對 대, 訪 방, 駐 주, 在 재, 來 래
離 리, 入 입, 出 출, 賞 상, 罰 벌, 罪 죄, 刑 형, 死 사, 生 생, 傷 상, 病 병, 癌 암, 藥 약, 戰 전, 和 화, 彈 탄, 砲 포, 銃 총, 艦 함
億 억, 兆 조, 萬 만, 千 천, 百 백, 年 년, 月 월, 時 시, 分 분, 週 주, 回 회, 次 차, 位 위, 名 명, 號 호, 倍 배, 率 률, 量 량, 說 설
論 론, 派 파, 系 계, 界 계, 圈 권, 側 측, 等 등, 院 원, 廳 청, 部 부, 局 국, 市 시, 道 도, 郡 군, 區 구, 山 산, 江 강, 島 도, 錢 전, 茶 차 다, 滑 활
`;

/** Hanja of newspapers, each once. */
let table: ReadonlyMap<string, Hanja> | null = null;

/** The Hanja by themselves; the table is made when the first is read, since most starts need none. */
export function hanjaTable(): ReadonlyMap<string, Hanja> {
  table ??= new Map(parse(LINES).map((each) => [each.char, each]));
  return table;
}

function parse(lines: string): Hanja[] {
  return lines
    .trim()
    .split(/, |\n/)
    .map((line) => line.split(' '))
    .map(([char = '', word = '', reading = word]) => ({ char, word, reading }));
}

/** A reading that a lone Hanja has beside certain words; the first that matches is taken. */
export interface HanjaContext {
  readonly char: string;
  /** Tested against the whole text. */
  readonly anywhere?: RegExp;
  /** Tested against the text before it. */
  readonly before?: RegExp;
  /** Tested against the text behind it. */
  readonly after?: RegExp;
  /** Null where two readings are likely: no gloss is better than a wrong one. */
  readonly as: string | null;
}

/** Words for something that a figure is compared with: 전년比, 예상 比. */
const COMPARED =
  '년|월|주|분기|동기|전기|평균|대|지난해|전일|전날|당일|예상|전망|전망치|예상치|목표|당초|평년|기준|정가|원가';

/** Titles of office that only the bearer of a surname has right behind it: 韓총리, but 韓대통령, 韓정부, 韓대표팀. */
const OFFICE =
  '(?:총리|부총리|대행|권한 ?대행|최고위원|사무총장|장관|차관|대표(?![팀단부작적회])|원내대표|[가-힣]{0,4}위원장|의장|부의장|의원|후보|실장|수석|총장|청장|지사|구청장|교육감|회장|부회장|사장|특검|변호사|교수|법무|외교|국방|통일|행안|측(?!면)|前|전 ?(?:대표|총리|장관|의원|위원장))';
/** Words right behind a surname that other words begin as too: 金 before any other is no person. */
const PERSON = `(?:${OFFICE}|여사|씨(?![앗름])|대통령|국무|감사원장|대법원장|감독|코치|선수|작가|시인|화백|할머니|할아버지|군(?![가-힣])|양(?![가-힣]))`;
const TEAM_SPORT =
  '(?:프로)?(?:배구|농구|축구|핸드볼|골프|테니스|하키|컬링|탁구|양궁|대표팀|단체전?|개인전?|계주|단식|복식|[0-9]{3,5}m)';
/** Surnames in Hanja that mean only persons. */
const SURNAMES = '[李朴崔鄭姜趙曺尹張徐吳申權黃洪柳劉梁孫裵許沈盧禹閔蔡]';
/** Sports and games: anywhere in a headline they make 金, 銀 and 銅 medals. */
const SPORTS =
  /올림픽|패럴림픽|아시안게임|아시아경기|유니버시아드|선수권|월드컵|메달|관왕|전국체전|체전|양궁|펜싱|유도|태권도|쇼트트랙|스피드스케이팅|빙속|피겨|수영|자유형|접영|배영|평영|다이빙|사격|배드민턴|탁구|역도|레슬링|복싱|체조|육상|멀리뛰기|높이뛰기|마라톤|사이클|승마|컬링|스키|스노보드|봅슬레이|루지|조정|카누|요트|단체전|개인전|단체 銀|개인 銀|복식|혼성|계주|근대5종|클라이밍|[0-9]m/;
/** Banks, before 銀. */
const BANKS =
  /(?:KB|국민|우리|신한|하나|농협|NH|기업|IBK|산업|외환|제일|SC|씨티|카카오|케이|토스|저축|시중|투자|중앙|지방|경남|부산|대구|광주|전북|제주|수출입|인터넷|상업|5대|4대)$/;
/** Offices and institutions of a state, which make 西 the country Spain rather than the west: 西 총리. */
const OF_A_STATE =
  /^ ?(?:총리|정부|국왕|왕실|왕비|왕자|언론|매체|의회|법원|경찰|검찰|축구|프로축구|리그|명문|대표팀|마드리드|바르셀로나|카탈루냐|총선|대선|경제|은행|관광|국채|외교|외무|국방|여당|야당|출신)/;

/** Nouns that are counted by the day: 日 매출, 日판매량. */
const A_DAY =
  '매출|수익|생산량|소비량|사용량|이용량|이용객|이용자|방문객|방문자|관람객|관객|승객|확진|거래량|거래대금|거래액|판매량|처리량|배출량|변동성|수출량|발전량|조회수|접속자|검사량|접종';
/** Times, within which something is: 첫날 中, 연휴 中. */
const TIMES =
  '첫날|이튿날|둘째 날|마지막 ?날|당일|하루|오전|오후|새벽|야간|주말|연휴|방학|명절|기간|임기|시즌|연내|올해|내년|이달|이번 ?[주달]|다음 ?[주달]|상반기|하반기|[0-9]분기|[0-9](?:월|일|년|시간|주)|오늘|내일';
/** Words that follow a country. */
const OF_CHINA =
  '정부|당국|외교|대사|국방|언론|매체|관영|대표팀|축구|선수|관광|유학|기업|업체|시장|수출|수입|경제|증시|위안|군|해군|공군|해경|어선|주석|총리|공산당|인민|측(?!면)|국적|자본|반도체|전기차|배터리|화장품|방문|방중|찾|꺾|이겨|제압|상대로?|에 ?[0-9]|에게';

export const HANJA_CONTEXTS: readonly HanjaContext[] = [
  { char: '韓', after: new RegExp(`^${OFFICE}`), as: '한' },
  { char: '韓', before: new RegExp(`(?:[前現]|${SURNAMES}[·-])$`), as: null },
  { char: '韓', after: new RegExp(`^ ${OFFICE}`), as: null },
  { char: '韓', after: /^ ?["“‘']/, as: null },
  { char: '韓', after: /^(?:동훈|덕수)/, as: '한' },
  {
    char: '韓',
    anywhere: new RegExp(`(?:^|[^一-鿿])${SURNAMES}(?![一-鿿])`),
    after: /^(?: ?["“‘'·-]|…|,|$)/,
    as: null,
  },
  { char: '韓', after: /^(?:시장|감독|코치|선수)(?! ?(?:진출|공략|개방))/, as: null },
  { char: '南', after: new RegExp(`^${OFFICE}`), as: '남' },
  { char: '南', after: new RegExp(`^ ${OFFICE}`), as: null },
  { char: '車', after: new RegExp(`^${OFFICE}`), as: '차' },
  { char: '車', after: new RegExp(`^ (?:${OFFICE}|감독|코치|선수)`), as: null },
  { char: '西', after: OF_A_STATE, as: '스페인' },
  { char: '西', after: /^(?![쪽부해안]|유럽|아시아|아프리카|남|북|반구)/, as: null },
  { char: '銀', before: BANKS, as: '은행' },
  {
    char: '銀',
    after: /^ ?(?:행|대출|예금|금리|노조|지점|임원|직원|창구|여신|수신|부실|순이익|채용)/,
    as: '은행',
  },
  { char: '銀', anywhere: SPORTS, as: '은' },
  { char: '銀', before: /[金銅][·, ]?$/, as: '은' },
  { char: '銀', before: / $|^$/, after: /^(?! ?(?:[0-9]|[·]?銅|메달|값|빛))/, as: null },
  { char: '日', before: /[0-9０-９] ?$/, as: '일' },
  { char: '日', before: /[月火水木金土][·,~∼-] ?$/, as: '일' },
  { char: '日', before: /\($/, after: /^\)/, as: '일' },
  { char: '日', after: /^요일/, as: '일' },
  { char: '日', before: /하루 $/, as: '일' },
  { char: '不', after: /^[다-딯자-짛]/, as: '부' },
  { char: '日', after: /^ 평균 (?:약 )?[0-9]/, as: '일' },
  { char: '日', after: new RegExp(`^(?:최[고저](?! ?재판|령)|단위|교대|평균|${A_DAY})`), as: '일' },
  // 日 매출 3억 원 is a day's; 日 매출 20% 늘어 may be Japan's as well.
  {
    char: '日',
    after: new RegExp(`^ (?:${A_DAY})[가-힣]{0,3} ?(?:약 )?[0-9][0-9.,]*(?![0-9.,]| ?%)`),
    as: '일',
  },
  { char: '日', after: new RegExp(`^ (?:${A_DAY})`), as: null },
  { char: '金', before: /[月火水木][·,~∼-] ?$/, as: '금' },
  { char: '金', before: /\($/, after: /^\)/, as: '금' },
  // Words that are half in Hangul: 金리, 靑년.
  { char: '金', after: /^(?:리(?! ?(?:대표|위원|의원|장관))|융|고(?![문소발])|품)/, as: '금' },
  { char: '靑', after: /^(?:년|소년|춘|색|바지|사진|신호)/, as: '청' },
  {
    char: '金',
    after:
      /^ (?:상승|하락|급등|급락|최고가|온스|[0-9한] ?돈|사상 최고|매입|거래|투자|시세|값|가격|현물|통장|펀드|테크|ETF)/,
    as: '금',
  },
  // In sports 金 before a quotation may be a person or a medal: no gloss.
  { char: '金', anywhere: SPORTS, after: /^(?: ?["“‘'…,]|$)/, before: /(?:^|[”’"',] ?)$/, as: null },
  {
    char: '金',
    anywhere: SPORTS,
    before: /[가-힣0-9A-Za-z] ?$/,
    after: /^(?! ?(?:감독|코치|선수|위원|회장|협회장|대표|대통령|총리|장관|의원))/,
    as: '금',
  },
  {
    char: '金',
    before:
      /(?:銀|銅|첫|번째|[0-9]호|값|국제|올림픽|아시안게임|선수권|[0-9]m|단체전|개인전|계주|혼성|관왕|대회 연속) ?[·]?$/,
    as: '금',
  },
  {
    char: '金',
    before:
      /(?:양궁|펜싱|유도|태권도|쇼트트랙|스피드스케이팅|피겨|수영|사격|배드민턴|탁구|역도|레슬링|복싱|체조|육상|골프|사이클|승마|축구|야구|농구|배구|하키|컬링|스키|[0-9]년 ?만[에의]) ?$/,
    after: /^(?! ?(?:감독|코치|선수|위원|회장|협회장|대표|대통령|총리|장관|의원))/,
    as: '금',
  },
  {
    char: '金',
    after: /^ ?(?:획득|사냥|싹쓸이|수확|행진|합창|물살|과녁|명중|메치|찌르|찔렀|쐈|쏜|[0-9])/,
    as: '금',
  },
  {
    char: '金',
    after:
      /^(?:[·]?[銀銅]|메달|값|빛|펀드|통장|시세|시장|거래|테크|가격|선물|현물|수요|매입|배지|수저|사과|배추|상추|대파|딸기|겹살|투자|맥|캔)/,
    as: '금',
  },
  // A surname only before an office: 金무 and 金징어 are as dear as gold, and behind a name it may be a medal.
  { char: '金', after: new RegExp(`^(?!${PERSON})[가-힣]`), as: null },
  {
    char: '金',
    before: /[가-힣]{2} $/,
    after: /^ (?:질주|레이스|향|도전|노린|노리|목표|물꼬|기대|후보|탈환)/,
    as: null,
  },
  { char: '銀', before: /[가-힣A-Za-z]$/, as: '은행' },
  { char: '銀', before: /(?:金|첫|번째|국제)[· ]?$/, as: '은' },
  { char: '銀', after: /^(?: ?[0-9]|[·]?銅|메달|값|빛)/, as: '은' },
  { char: '證', before: /[가-힣A-Za-z]$/, as: '증권' },
  { char: '硏', before: /[가-힣A-Za-z]$/, as: '연구원' },
  { char: '委', before: /[가-힣A-Za-z]$/, as: '위원회' },
  { char: '比', before: new RegExp(`(?:${COMPARED})$`), as: '비' },
  { char: '比', before: new RegExp(`(?:${COMPARED}) $`), as: '대비' },
  {
    char: '比',
    before: /[가-힣] $/,
    after: /^ (?:약 )?[0-9][0-9.,]*(?:%|배)(?! ?(?:상호)?관세)/,
    as: '대비',
  },
  { char: '弗', before: /[0-9만억조] ?$/, as: '달러' },
  { char: '圓', before: /[0-9만억조] ?$/, as: '엔' },
  { char: '元', before: /[0-9만억조] ?$/, as: '위안' },
  { char: '元', as: '원' },
  {
    char: '北',
    after:
      /^(?:쪽|부(?!총리|대표|위원)|[서동](?=[쪽부풍향해])|상(?=[하해])|극|단(?![체독속])|반구|미(?!사일|녀|술)|유럽|아프리카|대서양|아일랜드|마케도니아)/,
    as: '북',
  },
  { char: '北', after: /^[서동](?=$|[^가-힣])/, as: null },
  {
    char: '南',
    after:
      /^(?:쪽|부|서|동|하|극|단|반구|미|유럽|아프리카|아시아|아공|태평양|수단|중국해|해|산(?=$|[^가-힣]|[에의을]))/,
    as: '남',
  },
  // 경기 中에 3-0: against China, or during the game.
  { char: '中', after: /^(?:에|에게|을|과|와) ?[0-9]+ ?[-–대:] ?[0-9]/, as: '중국' },
  {
    char: '中',
    after: /^(?:에|에게)(?: [가-힣0-9]+)? (?:[가-힣0-9]*[승패]|져|졌다|덜미|무릎|진땀|역전)/,
    as: '중국',
  },
  {
    char: '中',
    before: /경기 $/,
    after: /^ (?:꺾|잡고|잡았|제압|완파|격파|누르|눌렀|상대|대파)/,
    as: '중국',
  },
  { char: '中', before: /경기 $/, after: /^(?:에|을|과|전)/, as: null },
  {
    char: '中',
    before:
      /(?:회의|수사|조사|협의|논의|검토|진행|추진|근무|운전|작업|공사|훈련|휴가|재판|이동|준비|비행|통화|기간|경기|수업|수비|주행|촬영|방송|공연|연설|수술|치료|입원|출장|여행|산책|시험|면접|생방송|체류|복무|투병|교섭|협상|단식|농성|시위|파업|점검|건설|개발|제작|판매|운영|수감|복역|도주|도피|잠복|운행|정차|주차|휴식|식사) $/,
    after: /^(?:$|[ ,…”’"'에도의이인])/,
    as: '중',
  },
  {
    char: '中',
    before: new RegExp(`(?:${TIMES}) $`),
    after: /^(?:에[도는만]?|의|이[었던다]|인)(?:$|[^가-힣])/,
    as: '중',
  },
  { char: '中', before: new RegExp(`(?:${TIMES}) $`), after: new RegExp(`^(?! ?(?:${OF_CHINA}))`), as: null },
  // At the end of a clause 中 may be China, during, or among: no gloss.
  { char: '中', before: /[가-힣] $/, after: /^(?:$|[,…”’"'])/, as: null },
  { char: '中', before: /[초初][1-6]?[·,~∼～-] ?$/, as: '중' },
  { char: '中', after: /^[1-3]?[·~∼～-][고高](?:$|[^가-힣]|교|등)/, as: '중' },
  {
    char: '中',
    after: /^[1-3](?![.,]?[0-9])(?:$|[^가-힣]|학|생|때|부터|까지|이|은|의|도(?!시)|과|병)/,
    as: '중',
  },
  // 中 3 학생, 中 2 아들: a year of middle school.
  {
    char: '中',
    after:
      /^ [1-3] ?(?:학년|학생|때|아들|딸|남매|형제|자녀|아이|소년|소녀|여학생|남학생|제자|담임|교실|과정|교과|수학|영어|국어|과학|수험생|졸업|겨울|여름|[남여]학생)/,
    as: '중',
  },
  { char: '中', before: /[0-9](?:명|개|곳|건|팀|채|편|종|마리|경기|문제|개국|개사) $/, as: '중' },
  {
    char: '獨',
    after:
      /^(?:거(?:노인| ?어르신)|점(?!유|령|포|검)|주(?!택|가|식|요|민|정부|한|류|총리|지사)|자(?!동|본|회|율|체|국|원|산|살)|립|재(?!무|계|생|건|고|정|벌|외|판|단|활)|식(?!품|당|량|민)|신(?!차|문|규|재|용|형|임|약|기|생)|창(?!업|고|원)|과점)/,
    as: '독',
  },
  {
    char: '佛',
    after:
      /^(?:교(?!육|통|사|수|민|환|도|전|섭)|상(?!원|공|점|품|반|황|위|승|속|대|하|장|류|임|습)|자(?!동|본|회|율|체|국|원|산|살|유|치|폭)|심(?!사|판|의|리|각|장)|공(?!장|항|대|군|격|관|공|무|영|화|습|산|연|동)|경(?![제찰기영쟁계매호고])|당(?=$|[^가-힣]|[을에의])|탑|국사)/,
    as: '불',
  },
  {
    char: '印',
    after:
      /^(?:쇄(?!신|국|빙)|감(?!독|염|사|축|소|시|금|세|산)|세(?!관|계|금|무|대|력|율|법|제|입|수)|장(?!관|교|비|기|군|마|성|벽|애|학|차))/,
    as: '인',
  },
  {
    char: '露',
    after:
      /^(?:출(?!신|국|마|범|하|전|생|구|산|시)|점(?!령|유|검|포|수|진)|숙(?!청|소|련)|골(?!프|키|문|대)|천(?!연|문|막|안|억|만|재)|지(?!도|원|역|방|지|하|뢰|난|상|휘|속|명|면|표|분|진|금))/,
    as: '노',
  },
  { char: '美', before: /(?:유종|여백|절제|비움|느림|곡선|조화|균형|자연|건축|한국|전통)의 $/, as: '미' },
  {
    char: '美',
    after: /^의 (?:여신|기준|제전|사절|극치|본질|향연|남자|여왕|상징|탐구|추구|전당|역사|세계)/,
    as: '미',
  },
  { char: '油', after: /^(?:가(?=$|[^가-힣])|값|류|정|전)/, as: '유' },
  { char: '茶', before: /[가-힣]$/, as: '차' },
  { char: '女', before: /[0-9]$/, as: '녀' },
  { char: '女', after: new RegExp(`^ ${TEAM_SPORT}`), as: '여자' },
  { char: '男', after: new RegExp(`^ ${TEAM_SPORT}`), as: '남자' },
  { char: '女', after: /^[가-힣]/, as: '여' },
  { char: '男', after: /^[가-힣]/, as: '남' },
  { char: '老', after: /^[가-힣]/, as: '노' },
  { char: '與', after: /^(?:권|당(?![권대내])|성향|측)/, as: '여' },
  {
    char: '野',
    after:
      /^(?:권|당|성향|측|구(?!청|성|속|상|의원|체|호)|생(?!각|활|중계|존|명|방송)|전(?!당|직|대|략|국|방위|원|체|면|임))/,
    as: '야',
  },
  { char: '檢', after: /^(?:사(?!건|법|퇴|상|무|실|과|정|전|면|태|이)|찰)/, as: '검' },
  { char: '警', after: /^(?:찰|비(?!리|판|상|대위|밀|위|례|난|공개|용))/, as: '경' },
  {
    char: '法',
    after: /^(?:원|무|률|정|안|치|조|제|령|리|관|적|칙|전|대|망|학|인|규|과|도|질서|으로|을|은|이|에|의|과)/,
    as: '법',
  },
  { char: '法', after: /^[가-힣]/, as: null },
  {
    char: '法',
    after:
      /^ ?(?:통과|개정|시행|발의|제정|처리|위반|앞|대로|지켜|지키|고쳐|고치|바꿔|만들|폐지|위에|공포|제출|보완|손질|적용)/,
    as: '법',
  },
  {
    char: '法',
    before: /(?:^|[ “‘…,·])$/,
    after: /^(?! ?(?:["“‘'…]|판결|선고|판단|제동|기각|인용|영장|결정|명령|심리|구속|재판))/,
    as: null,
  },
  { char: '民', after: /^ ?["“‘']/, as: null },
  { char: '勞', after: /^(?:조|사|동|총|무|측)/, as: '노' },
  { char: '政', after: /^(?:부|치|국|권)/, as: '정' },
  { char: '民', after: /^[가-힣]/, as: '민' },
  { char: '醫', after: /^[가-힣]/, as: '의' },
  { char: '財', after: /^(?:계|벌|산)/, as: '재' },
  { char: '稅', after: /^(?:금|제|수|율|무)/, as: '세' },
  { char: '選', after: /^(?:거|출|수|관위)/, as: '선' },
  { char: '證', after: /^(?:권|시|인)/, as: '증' },
  { char: '株', after: /^(?:식|가|주)/, as: '주' },
];
