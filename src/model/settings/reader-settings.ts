import { asRecord } from '../parsing/as-record.ts';
/** The five colour themes, the choice that follows the system, and the person's own colours. */
export const THEMES = ['system', 'light', 'sepia', 'dark', 'black', 'contrast', 'own'] as const;
/** `book` and `legible` come with Recto: Literata, and Atkinson Hyperlegible for eyes that need clear letters. */
export const TYPEFACES = ['serif', 'sans', 'mono', 'book', 'legible'] as const;
/** 黑体, 宋体 and 楷体: the named choices for Chinese. */
const HAN_TYPEFACES = ['hei', 'song', 'kai'] as const;
/** How paragraphs are told apart: by space, or by an indented first line. */
export const PARAGRAPHS = ['space', 'indent'] as const;
/** `auto` justifies Chinese and Japanese and leaves other scripts ragged. */
export const ALIGNMENTS = ['auto', 'start', 'justify'] as const;
/** Which Chinese characters are shown; the text that is kept stays as it was written. */
export const HAN_SCRIPTS = ['as-written', 'simplified', 'traditional'] as const;
/** What stays bright while the rest is dimmed, or the ruler that follows the pointer. */
export const FOCUS_MODES = ['off', 'paragraph', 'line', 'ruler'] as const;

/** How an article is typeset: the settings that a single site may have of its own. */
export interface StyleSettings {
  theme: (typeof THEMES)[number];
  /** The person's own colours, `#rrggbb`; used when `theme` is `own`. */
  ownPaper: string;
  ownInk: string;
  typeface: (typeof TYPEFACES)[number];
  hanTypeface: (typeof HAN_TYPEFACES)[number];
  /** Factor on each surface's own base size, in percent: 80 to 400. */
  textSize: number;
  /** Factor on the measure (62–70 characters, 34–40 em in CJK), in percent: 60 to 160. */
  width: number;
  /** Line height in percent of the script's own default (1.6, CJK 1.8): 80 to 150. */
  lineHeight: number;
  paragraphs: (typeof PARAGRAPHS)[number];
  /** Space added between letters, in hundredths of an em: 0 to 20. */
  letterSpacing: number;
  /** Space added between words, in hundredths of an em: 0 to 60. */
  wordSpacing: number;
  align: (typeof ALIGNMENTS)[number];
  /** Words are divided at line ends by the rules of the article's language. */
  hyphens: boolean;
  /** 中英文间距: a little space is drawn between Han and Latin. */
  hanSpacing: boolean;
  hanScript: (typeof HAN_SCRIPTS)[number];
  hidePictures: boolean;
}

/** All settings of the reader and the list. What is not among `StyleSettings` is the same on every site. */
export interface ReaderSettings extends StyleSettings {
  focus: (typeof FOCUS_MODES)[number];
  /** Speed of reading aloud, in percent: 50 to 300. */
  speechRate: number;
  /** The voice chosen for each language (`en`, `zh`), by its `voiceURI`. */
  voices: Record<string, string>;
  /** What the toolbar icon opens. */
  toolbarOpens: 'popup' | 'full-view';
  /** The controls stay while reading. */
  keepBar: boolean;
  /** The table of contents stands beside the text where there is room. */
  contents: boolean;
  /** Rows of the list in its tab stand closer, so that more of them are seen. */
  compactList: boolean;
  /** Selecting text shows the bar with Highlight, Note and Copy. */
  highlightBar: boolean;
  /** Pictures of saved articles that are wider, in pixels, are scaled down to this; 0 keeps them as they are. */
  pictureWidth: number;
  /** Single letters are keys of the reader; turned off, keys that are no letters still are. */
  letterKeys: boolean;
}

/** Turns an untrusted value into the setting's own type; undefined if it is not one. */
type Rule<Value> = (value: unknown) => Value | undefined;

const oneOf =
  <Value extends string>(allowed: readonly Value[]): Rule<Value> =>
  (value) =>
    allowed.find((candidate) => candidate === value);
const within =
  (min: number, max: number): Rule<number> =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max ? value : undefined;
const aSwitch: Rule<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
const colour: Rule<string> = (value) =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : undefined;
const byLanguage: Rule<Record<string, string>> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).filter(([language, voice]) => /^[a-z]{2,3}$/.test(language) && typeof voice === 'string'),
      )
    : undefined;

/** Every setting that a site may have of its own, with what it may be and what it is at first. */
const STYLE_TABLE: { [Key in keyof StyleSettings]: { rule: Rule<StyleSettings[Key]>; first: StyleSettings[Key] } } = {
  theme: { rule: oneOf(THEMES), first: 'system' },
  ownPaper: { rule: colour, first: '#e7efe4' },
  ownInk: { rule: colour, first: '#22302a' },
  typeface: { rule: oneOf(TYPEFACES), first: 'serif' },
  hanTypeface: { rule: oneOf(HAN_TYPEFACES), first: 'hei' },
  textSize: { rule: within(80, 400), first: 100 },
  width: { rule: within(60, 160), first: 100 },
  lineHeight: { rule: within(80, 150), first: 100 },
  paragraphs: { rule: oneOf(PARAGRAPHS), first: 'space' },
  letterSpacing: { rule: within(0, 20), first: 0 },
  wordSpacing: { rule: within(0, 60), first: 0 },
  align: { rule: oneOf(ALIGNMENTS), first: 'auto' },
  hyphens: { rule: aSwitch, first: false },
  hanSpacing: { rule: aSwitch, first: true },
  hanScript: { rule: oneOf(HAN_SCRIPTS), first: 'as-written' },
  hidePictures: { rule: aSwitch, first: false },
};

/** The same for every setting. */
const TABLE: { [Key in keyof ReaderSettings]: { rule: Rule<ReaderSettings[Key]>; first: ReaderSettings[Key] } } = {
  ...STYLE_TABLE,
  focus: { rule: oneOf(FOCUS_MODES), first: 'off' },
  speechRate: { rule: within(50, 300), first: 100 },
  voices: { rule: byLanguage, first: {} },
  toolbarOpens: { rule: oneOf(['popup', 'full-view']), first: 'popup' },
  keepBar: { rule: aSwitch, first: false },
  contents: { rule: aSwitch, first: true },
  compactList: { rule: aSwitch, first: false },
  highlightBar: { rule: aSwitch, first: true },
  pictureWidth: { rule: within(0, 4000), first: 0 },
  letterKeys: { rule: aSwitch, first: true },
};

const isStyle = (setting: string): setting is keyof StyleSettings => Object.hasOwn(STYLE_TABLE, setting);

/** Reads settings from storage. A damaged value falls back by itself; the others are kept. */
export function parseReaderSettings(value: unknown): ReaderSettings {
  const stored = asRecord(value);
  const entries = Object.entries(TABLE).map(([setting, { rule, first }]) => [setting, rule(stored[setting]) ?? first]);
  return Object.fromEntries(entries);
}

/** What holds until somebody changes it. */
export const DEFAULT_READER_SETTINGS: ReaderSettings = parseReaderSettings({});

/** The part of the settings that says how an article is set. */
export function styleOf(settings: ReaderSettings): StyleSettings {
  return pick(settings, isStyle) as StyleSettings;
}

/** Splits a change into what concerns the style, which a site may have of its own, and the rest. */
export function partChange(changed: Partial<ReaderSettings>): {
  style: Partial<StyleSettings>;
  rest: Partial<ReaderSettings>;
} {
  return { style: pick(changed, isStyle), rest: pick(changed, (setting) => !isStyle(setting)) };
}

function pick(settings: Partial<ReaderSettings>, wanted: (setting: string) => boolean): Partial<ReaderSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([setting]) => wanted(setting)));
}
