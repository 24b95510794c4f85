/** A legacy encoding, and the characters that are expected in a text of its languages. */
interface Encoding {
  label: string;
  /** The most common characters, in order of frequency. */
  common: string;
  /** Other characters of such texts. */
  usual: string;
  /** Sequences that are rare in such texts. */
  odd: RegExp;
  /** How much rarer such files are than others, in bits that are added to the cost. */
  rarer?: number;
}

/** East Asian characters inside a Latin word. */
const WITHIN = /[a-z][\u3041-\ud7a3]+[a-z]/gi;
/** The same, and a space between Han characters, which Chinese and Japanese do not write. */
const SPACED = /[a-z][\u3041-\ud7a3]+[a-z]|[\u4e00-\u9fff] (?=[\u4e00-\u9fff])/gi;
/** A Latin letter next to a Cyrillic or Arabic one. */
const MIXED = /[a-z][\u0401-\u06d2]|[\u0401-\u06d2][a-z]/gi;

/** The encodings that are tried. Where two cost the same, the earlier is taken. Any bytes are valid Windows-1252. */
const encodings = (): readonly Encoding[] => [
  { label: 'gb18030', common: SIMPLIFIED, usual: charactersOf('gb18030', 0xb0, 0xd7), odd: SPACED },
  { label: 'big5', common: TRADITIONAL, usual: charactersOf('big5', 0xa4, 0xc6), odd: SPACED },
  { label: 'shift_jis', common: JAPANESE, usual: charactersOf('euc-jp', 0xa4, 0xcf), odd: SPACED },
  { label: 'euc-jp', common: JAPANESE, usual: charactersOf('euc-jp', 0xa4, 0xcf), odd: SPACED, rarer: 4 },
  { label: 'euc-kr', common: KOREAN, usual: charactersOf('euc-kr', 0xb0, 0xc8), odd: WITHIN },
  {
    label: 'windows-1251',
    common: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
    usual: 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁІіЇїЄєҐґ№«»—',
    odd: MIXED,
  },
  {
    label: 'windows-1256',
    common: 'اليمونرتبةعدسفهكقحأجشطصخإذىضئءغزثظؤآ',
    usual: '،؛؟گچپژًٌٍَُِّْ«»',
    odd: MIXED,
  },
  {
    label: 'windows-1252',
    common: 'éàèüäöçñóíáêßâîôúûœåøãõæï’“”–‘…«»ëÉÜÖÄ',
    usual: 'ÀÂÇÈÊËÌÍÎÏÑÒÓÔÕÙÚÛÝØÅÆìðòùýþÿŒŠšŽžŸ€„‚—•·°©®™¿¡£§ºª²³´½¼×\u00a0',
    odd: /[\u00c0-\u0178]{2}/g,
  },
];

/**
 * The characters in the rows `first` to `last` of a character set. The first level of each set has the common
 * characters.
 */
function charactersOf(label: string, first: number, last: number): string {
  const bytes: number[] = [];
  for (let row = first; row <= last; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  if (label === 'big5')
    for (let row = first; row <= last; row += 1) for (let cell = 0x40; cell <= 0x7e; cell += 1) bytes.push(row, cell);
  return new TextDecoder(label).decode(new Uint8Array(bytes)).replaceAll('\ufffd', '');
}

/** How many bytes are examined: enough to decide, and quickly done. */
const SAMPLE = 32 * 1024;

/**
 * Gives the encoding in which bytes that are not UTF-8 are the most likely text. The probability of a character is
 * estimated from its rank among the common ones (Zipf's law). In a wrong encoding the bytes become rare characters or
 * none at all, which costs more within a few words.
 */
export function chooseEncoding(bytes: Uint8Array): string {
  const sample = linesBeyondAscii(bytes);
  const costs = encodings().map((encoding) => ({
    label: encoding.label,
    cost: costOf(new TextDecoder(encoding.label).decode(sample), encoding),
  }));
  return costs.reduce((least, one) => (one.cost < least.cost ? one : least)).label;
}

/** The lines that are not ASCII alone. In none of these encodings can a line break be a part of another character. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE));
  let size = 0;
  for (let at = bytes.findIndex((byte) => byte > 0x7f); at >= 0 && at < bytes.length && size < SAMPLE; ) {
    const end = bytes.indexOf(0x0a, at) + 1 || bytes.length;
    const piece = bytes.subarray(at, Math.min(end, at + SAMPLE - size));
    sample.set(piece, size);
    size += piece.length;
    at = end;
    while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1;
  }
  return sample.subarray(0, size);
}

/** The cost of a text in bits; the higher, the less likely it is in this encoding. */
function costOf(text: string, { common, usual, odd, rarer = 0 }: Encoding): number {
  const ranks = new Map(Array.from(common, (char, rank) => [char, rank]));
  const known = new Set(usual);
  let cost = rarer + (text.match(odd)?.length ?? 0) * BITS.odd;
  for (const char of text) {
    const rank = ranks.get(char);
    if (char < '\u0080') cost += BITS.ascii;
    else if (rank !== undefined) cost += 2 + Math.log2(rank + 6);
    else if (PUNCTUATION.test(char)) cost += BITS.punctuation;
    else if (known.has(char)) cost += BITS.usual;
    else cost += char === '\ufffd' ? BITS.none : BITS.rare;
  }
  return cost;
}

/** Punctuation that Chinese, Japanese and Korean share, and full-width letters. */
const PUNCTUATION = /[\u00b7\u2010-\u203b\u3000-\u301f\uff01-\uff5e]/;
const BITS = { ascii: 6, odd: 8, punctuation: 9, usual: 14, rare: 20, none: 60 };

/**
 * The most common characters of simplified Chinese, by Jun Da's count of modern texts
 * (https://lingua.mtsu.edu/chinese-computing/), and those of words of the web. All lists here are in order of
 * frequency.
 */
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方' +
  '多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情' +
  '明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给' +
  '世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太' +
  '量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象' +
  '完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运网站页图片载';

/** The same characters as they are written in Taiwan. */
const TRADITIONAL =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方' +
  '多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情' +
  '明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給' +
  '世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太' +
  '量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象' +
  '完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運網站頁圖片載';

/** Common kana and kanji, and kanji of words of the web. */
const JAPANESE =
  'のいたにはをてとしがるでなっかれんすこさもらりき、ー。うくお日まンつストルよけあそ一人だせみ年大ラめイリクやシわえコッど' +
  'アフタちドレろ本国プロ中ジ会出げ上ばテムサひ的ふ事者時分行ほ見前後生地新間社学方業自場合部長月同発動用高内成気全対手定立' +
  '回今性入作東家力体当理問現度言法最代政明田小意十主三二目通民関心下市経物来水以実開数公表都化制思外情戦面報子考私受強平要' +
  '所多不重記使話連取進初設教期近活女信世原利米名正持山感解何特知加先海文変美ナマメキブデバパグカエミオゃュャョネチソウズゴ' +
  'ボギベガハニホモワセケヤノゆぶべじずぜぞぎぐござへぬねむび「」・（）編集検索録画聞無料販天予館';

/** Common Korean syllables. */
const KOREAN =
  '이다의는에을가고로하한지를서도은기사시대인나과어자리그일수아정해제부전들여있보공주스원상조으장유경구동면비적진만안국연선' +
  '성산오게니라말회위세우신생실무용교방관체화문분업학당내개중미소계치것발금간행물결모같트와터람까년월않때등했였습입됐된될더' +
  '며또려저통합식민재작명영요남단심후드르크버강력양법북글책길집바눈날번속본점석열음악술예포파카타키티디피프블즈';
