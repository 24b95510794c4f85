/**
 * The interface's icons, drawn on a 20 × 20 grid with one stroke, as path data. Inline, because images and fonts would
 * need web-accessible files in the overlay.
 */
export const ICON_PATHS = {
  save: 'M5.5 3.5h9v13l-4.5-3.4-4.5 3.4z',
  original: 'M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16.5 3.5l-7 7',
  list: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h8',
  contents: 'M3.5 5h.01M7 5h9.5M5.5 10h.01M9 10h7.5M5.5 15h.01M9 15h7.5',
  copy: 'M7.5 7.5h9v9h-9zM4.5 12.5h-1v-9h9v1',
  link: 'M8.5 11.5l3-3M9.5 6.5l2-2a2.8 2.8 0 0 1 4 4l-2 2M10.5 13.5l-2 2a2.8 2.8 0 0 1-4-4l2-2',
  picture: 'M3.5 4.5h13v11h-13zM3.5 13l4-4 4 4 2-2 3 3M12.5 8h.01',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M8.5 4.5L3 10l5.5 5.5M3 10h14',
  forward: 'M11.5 4.5L17 10l-5.5 5.5M17 10H3',
  archive: 'M3.5 4h13v3.5h-13zM4.5 7.5v8.5h11V7.5M8 10.5h4',
  delete: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11',
  tags: 'M3.5 3.5H10l6.5 6.5-6.5 6.5L3.5 10zM7 7h.01',
  more: 'M4.1 9.6h.8v.8h-.8zM9.6 9.6h.8v.8h-.8zM15.1 9.6h.8v.8h-.8z',
  minus: 'M5 10h10',
  plus: 'M5 10h10M10 5v10',
  print: 'M6 7V3.5h8V7M6 13.5H3.5V7h13v6.5H14M6 11.5h8v5H6z',
  speak: 'M3.5 8v4h3l4 3.5v-11L6.5 8zM13.3 7.2a4 4 0 0 1 0 5.6M15.6 5a7 7 0 0 1 0 10',
  play: 'M6.5 4.5v11l9-5.5z',
  pause: 'M7 4.5v11M13 4.5v11',
  previous: 'M14.5 5l-7 5 7 5zM5.5 5v10',
  next: 'M5.5 5l7 5-7 5zM14.5 5v10',
  hide: 'M3.5 4.5h13M3.5 15.5h13M3.5 8.5h13v3.5h-13zM6 7l8 6.5',
  pick: 'M3.5 6.5v-3h3M13.5 3.5h3v3M3.5 13.5v3h3M8.5 8.5l8 3-3.5 1.5-1.5 3.5z',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 11.5h6',
} as const;

export type IconName = keyof typeof ICON_PATHS;

/** Icons that point along the text, or lie along it, are mirrored where the text runs from right to left. */
const ALONG_TEXT: readonly IconName[] = [
  'original',
  'list',
  'contents',
  'back',
  'forward',
  'speak',
  'previous',
  'play',
  'next',
];

/** A decorative icon in the text's colour; the control that holds it carries the name. */
export function Icon({ name, filled }: { name: IconName; filled?: boolean }) {
  return <Drawing path={ICON_PATHS[name]} filled={filled} along={ALONG_TEXT.includes(name)} />;
}

interface DrawingProps {
  path: string;
  filled?: boolean | undefined;
  along?: boolean;
}

/** How an icon is drawn, including those that only one part of Recto has: full view carries the table of all others. */
export function Drawing({ path, filled, along }: DrawingProps) {
  return (
    <svg
      class="icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      data-filled={filled || undefined}
      data-along={along || undefined}
    >
      <path d={path} />
    </svg>
  );
}
