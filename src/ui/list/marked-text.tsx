import type { JSX } from 'preact';

/** Text with its found places marked. `marks` are [start, end) offsets; what lies outside the text or overlaps is left out. */
export function MarkedText({ text, marks }: { text: string; marks: readonly [number, number][] }): JSX.Element {
  const parts: (string | JSX.Element)[] = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
