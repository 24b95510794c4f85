/** The five colour themes and the choice that follows the system. */
export const THEMES = ['system', 'light', 'sepia', 'dark', 'black', 'contrast'] as const;
export const TYPEFACES = ['serif', 'sans', 'mono'] as const;
/** 黑体, 宋体 and 楷体: the named choices for Chinese. */
export const HAN_TYPEFACES = ['hei', 'song', 'kai'] as const;

export interface ReaderSettings {
  theme: (typeof THEMES)[number];
  typeface: (typeof TYPEFACES)[number];
  hanTypeface: (typeof HAN_TYPEFACES)[number];
  /** Factor on each surface's own base size, in percent: 80 to 400. */
  textSize: number;
  /** Factor on the measure (62–70 characters, 34–40 em in CJK), in percent: 60 to 160. */
  width: number;
  /** Line height in percent of the script's own default (1.6, CJK 1.8): 80 to 150. */
  lineHeight: number;
  /** What the toolbar icon opens. */
  toolbarOpens: 'popup' | 'full-view';
  /** The controls stay while reading. */
  keepBar: boolean;
}

export const DEFAULT_READER_SETTINGS: ReaderSettings = {
  theme: 'system',
  typeface: 'serif',
  hanTypeface: 'hei',
  textSize: 100,
  width: 100,
  lineHeight: 100,
  toolbarOpens: 'popup',
  keepBar: false,
};

/** Reads settings from storage. A damaged value falls back by itself; the others are kept. */
export function parseReaderSettings(value: unknown): ReaderSettings {
  const stored = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const fallback = DEFAULT_READER_SETTINGS;
  return {
    theme: oneOf(THEMES, stored['theme'], fallback.theme),
    typeface: oneOf(TYPEFACES, stored['typeface'], fallback.typeface),
    hanTypeface: oneOf(HAN_TYPEFACES, stored['hanTypeface'], fallback.hanTypeface),
    textSize: within(80, 400, stored['textSize'], fallback.textSize),
    width: within(60, 160, stored['width'], fallback.width),
    lineHeight: within(80, 150, stored['lineHeight'], fallback.lineHeight),
    toolbarOpens: oneOf(['popup', 'full-view'], stored['toolbarOpens'], fallback.toolbarOpens),
    keepBar: typeof stored['keepBar'] === 'boolean' ? stored['keepBar'] : fallback.keepBar,
  };
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, fallback: T): T {
  return allowed.find((candidate) => candidate === value) ?? fallback;
}

function within(min: number, max: number, value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= min && value <= max ? value : fallback;
}
