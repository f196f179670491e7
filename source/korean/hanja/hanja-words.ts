/**
 * Words that are not read syllable by syllable, or not with their Hanja's usual readings: `Hanja word`. In this order:
 * Japanese and Chinese names; 金 as money or name; 露 in words that are not Russia; 두음법칙 inside a compound (拘束令狀);
 * 사이시옷; then Hanja with two readings, a line or two each.
 */
const LINES = `
北京 베이징, 東京 도쿄, 上海 상하이, 大阪 오사카, 香港 홍콩, 習近平 시진핑
岸田 기시다, 安倍 아베, 石破 이시바, 麻生 아소, 小泉 고이즈미, 大谷 오타니, 河野 고노, 靖國 야스쿠니, 京都 교토, 沖繩 오키나와, 福島 후쿠시마, 名古屋 나고야
毛澤東 마오쩌둥, 鄧小平 덩샤오핑, 李克强 리커창, 王毅 왕이, 胡錦濤 후진타오, 江澤民 장쩌민, 南京 난징, 重慶 충칭, 天津 톈진, 武漢 우한, 深圳 선전, 臺北 타이베이, 台北 타이베이
金浦 김포, 金海 김해, 金泉 김천, 金堤 김제, 金氏 김씨, 金日成 김일성, 金正日 김정일, 金正恩 김정은, 金大中 김대중, 金泳三 김영삼, 金鍾泌 김종필
金監院 금감원, 金監委 금감위, 金通委 금통위, 金曜日 금요일, 金一封 금일봉, 金本位 금본위, 金市場 금시장, 圓高 엔고, 圓低 엔저, 圓貨 엔화
露出 노출, 露宿 노숙, 露天 노천, 露骨 노골, 露店 노점, 露呈 노정, 露地 노지, 露積 노적
暴露 폭로, 披露 피로, 吐露 토로, 綻露 탄로, 發露 발로, 結露 결로, 白露 백로, 寒露 한로, 甘露 감로
令狀 영장, 老少 노소, 老人 노인, 女性 여성, 旅行 여행, 勞動 노동, 勞組 노조, 勞使 노사, 利益 이익, 理事 이사, 歷史 역사, 領土 영토, 聯合 연합, 聯盟 연맹, 論議 논의
漢拏山 한라산, 智異山 지리산, 困難 곤란, 論難 논란, 許諾 허락, 受諾 수락, 大怒 대로, 喜怒哀樂 희로애락, 保寧 보령, 宜寧 의령
數字 숫자, 回數 횟수, 貰房 셋방, 庫間 곳간, 退間 툇간
六月 유월, 五六月 오뉴월, 十月 시월, 初八日 초파일, 木瓜 모과, 牡丹 모란, 契丹 거란
訴狀 소장, 賞狀 상장, 答狀 답장, 召喚狀 소환장, 招待狀 초대장, 告訴狀 고소장, 告發狀 고발장, 公訴狀 공소장, 信任狀 신임장, 信用狀 신용장
委任狀 위임장, 挑戰狀 도전장, 督促狀 독촉장, 感謝狀 감사장, 表彰狀 표창장, 案內狀 안내장, 請牒狀 청첩장, 推薦狀 추천장, 年賀狀 연하장
變更 변경, 更迭 경질, 更張 경장, 更正 경정, 追更 추경, 更新 갱신, 更生 갱생
降伏 항복, 降服 항복, 投降 투항, 引率 인솔, 統率 통솔, 率先 솔선, 率直 솔직, 輕率 경솔, 眞率 진솔
簡易 간이, 難易 난이, 容易 용이, 平易 평이, 安易 안이, 標識 표지, 參差 참치, 人參 인삼, 山參 산삼, 紅參 홍삼, 海參 해삼
便所 변소, 便器 변기, 便秘 변비, 便祕 변비, 大便 대변, 小便 소변, 用便 용변, 排便 배변, 血便 혈변
殺到 쇄도, 相殺 상쇄, 減殺 감쇄, 惱殺 뇌쇄, 復活 부활, 復興 부흥, 敗北 패배, 不實 부실
惡寒 오한, 憎惡 증오, 嫌惡 혐오, 好惡 호오, 羞惡 수오, 暴惡 포악, 橫暴 횡포, 狂暴 광포, 凶暴 흉포, 自暴 자포
音樂 음악, 樂器 악기, 樂團 악단, 樂譜 악보, 樂章 악장, 樂曲 악곡, 樂隊 악대, 國樂 국악, 聲樂 성악, 器樂 기악, 農樂 농악, 雅樂 아악, 管絃樂 관현악, 祭禮樂 제례악
遊說 유세, 省略 생략, 拓本 탁본, 宅內 댁내, 媤宅 시댁, 忖度 촌탁, 一切 일체, 洞察 통찰, 洞燭 통촉, 布施 보시, 謁見 알현, 句讀 구두, 推敲 퇴고
自轉車 자전거, 人力車 인력거, 停車場 정거장, 車馬費 거마비
梗塞 경색, 閉塞 폐색, 窮塞 궁색, 塞源 색원, 塞栓 색전, 塞翁之馬 새옹지마, 索莫 삭막, 索漠 삭막, 索道 삭도
沙糖 사탕, 砂糖 사탕, 雪糖 설탕, 茶禮 차례, 綠茶 녹차, 紅茶 홍차, 葉茶 엽차, 人蔘茶 인삼차, 雙和茶 쌍화차
年年 연년, 落落 낙락, 歷歷 역력, 凜凜 늠름, 冷冷 냉랭, 碌碌 녹록, 念念 염념, 朗朗 낭랑, 烈烈 열렬, 赤裸裸 적나라
年金 연금, 會計年度 회계연도, 年俸 연봉, 年末 연말, 年初 연초, 臨時 임시, 立法 입법, 冷戰 냉전, 料金 요금, 路線 노선, 論爭 논쟁, 論文 논문, 理念 이념, 理論 이론, 流通 유통
列車 열차, 領海 영해, 綠地 녹지, 離婚 이혼, 陸軍 육군, 連帶 연대, 聯盟 연맹, 聯邦 연방, 利子 이자, 利用 이용, 力量 역량, 倫理 윤리, 兩國 양국, 良心 양심, 旅券 여권, 念佛 염불
咽喉 인후, 龜裂 균열, 龜鑑 귀감, 生辰 생신, 誕辰 탄신, 什器 집기, 般若 반야, 奈落 나락, 滑稽 골계
`;

let words: ReadonlyMap<string, string> | null = null;

/** Made when the first Hanja is read: most starts need none. */
function wordTable(): ReadonlyMap<string, string> {
  words ??= new Map(
    LINES.trim()
      .split(/, |\n/)
      .map((line) => line.split(' ') as [string, string]),
  );
  return words;
}

const LONGEST = 4;

/** The longest word of the table that begins at a place of a run of Hanja, and its reading; null if none does. */
export function wordAt(chars: readonly string[], at: number): readonly [word: string, read: string] | null {
  for (let length = Math.min(LONGEST, chars.length - at); length >= 2; length -= 1) {
    const word = chars.slice(at, at + length).join('');
    const read = wordTable().get(word);
    if (read !== undefined) return [word, read];
  }
  return null;
}
