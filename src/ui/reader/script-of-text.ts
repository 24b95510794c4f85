const HAN = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}]/u;

/** Whether the first letter is Han, Kana or Hangul: such a text has no italics. */
export function startsWithHan(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && HAN.test(letter);
}
