/**
 * CJK Radicals Supplement (U+2E80–2EFF) as PDF printers write them in place of the ordinary character of the same
 * shape. NFKC maps the Kangxi radicals but not these. Source: Unicode's EquivalentUnifiedIdeograph.txt, those of its
 * radicals that are characters of their own.
 */
const RADICALS = '⺁⺄⺈⺊⺌⺎⺒⺓⺜⺝⺠⺧⺩⺫⺬⺶⺻⺼⻁⻄⻅⻆⻉⻋⻏⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳';
const CHARACTERS = '厂乙刀卜小兀巳幺日月民牛王目示羊聿肉虎西见角贝车邑長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟';
const characterOf = new Map([...RADICALS].map((radical, index) => [radical, [...CHARACTERS][index] ?? radical]));

const PLAIN = /^[\u0020-\u007e\u4e00-\u9fff]*$/;
const RADICAL = /[\u2e80-\u2eff]/g;
/** Zero-width and direction marks, soft hyphens. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** One way of writing each character: full-width forms, radicals and enclosed numbers become plain ones. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(RADICAL, (radical) => characterOf.get(radical) ?? radical);
}

/** （一） 一、 1. 1、 1． (1) ① 第一、 */
const NUMBERING =
  /^(?:\([一二三四五六七八九十\d]{1,3}\)|第?[一二三四五六七八九十]{1,3}[、.,]|\d{1,2}[、.,)]|\d{1,2}(?=\p{Script=Han}))/u;
/** Numbering inside a cell that holds group and row: （三）不予公开 1.属于国家秘密. */
const INNER_NUMBERING = /\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?=\p{Script=Han})/gu;
const NEITHER_LETTER_NOR_NUMBER = /[^\p{L}\p{N}]/gu;

const known = new Map<string, string>();
const KNOWN_LIMIT = 5_000;

/**
 * A label without what differs from printer to printer: numbering, brackets, quotes, dots, strokes and all white
 * space; what stands inside brackets stays.
 */
export function normaliseLabel(text: string): string {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const folded = foldText(text).replace(/\s+/g, '');
  const label = folded.replace(NUMBERING, '').replace(INNER_NUMBERING, '').replace(NEITHER_LETTER_NOR_NUMBER, '');
  if (known.size >= KNOWN_LIMIT) known.clear();
  if (text.length <= 80) known.set(text, label);
  return label;
}
