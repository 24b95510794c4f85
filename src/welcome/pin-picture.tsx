import type { JSX } from 'preact';

/** A piece of the browser's toolbar with its list of extensions open, and a red ring around what to press. */
export function PinPicture({ browser }: { browser: 'chrome' | 'firefox' }): JSX.Element {
  return (
    <svg class="picture" viewBox="0 0 300 190" width="300" height="190" aria-hidden="true">
      <rect class="p-frame" x="0.5" y="0.5" width="299" height="189" rx="8" />
      <path class="p-bar" d="M1 40h298" />
      <rect class="p-wash" x="12" y="11" width="180" height="19" rx="9.5" />
      <path class="p-line" d="M24 20.5h70" />
      <path class="p-icon" d={PUZZLE} transform="translate(212 10)" />
      <circle class="p-dot" cx="252" cy="20.5" r="8" />
      <path class="p-line" d="M277 14.5v.01M277 20.5v.01M277 26.5v.01" />
      <rect class="p-menu" x="92" y="48" width="172" height="128" rx="6" />
      <path class="p-line p-strong" d="M106 66h64" />
      <Page x={106} y={84} />
      <path class="p-line p-strong" d="M132 93h44" />
      {browser === 'chrome' ? (
        <path class="p-icon" d={PIN} transform="translate(236 84)" />
      ) : (
        <path class="p-icon" d={GEAR} transform="translate(235 83)" />
      )}
      <circle class="p-ring" cx="245" cy="93" r="15" />
      <circle class="p-ring" cx="221" cy="20" r="15" />
      <rect class="p-wash" x="106" y="116" width="17" height="17" rx="3" />
      <path class="p-line" d="M132 125h74" />
      <rect class="p-wash" x="106" y="146" width="17" height="17" rx="3" />
      <path class="p-line" d="M132 155h52" />
    </svg>
  );
}

/** Recto's icon: a page with a turned corner and one red line. */
function Page({ x, y }: { x: number; y: number }): JSX.Element {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path class="p-icon" d="M2.5 1h8.5l4 4v12h-12.5z M11 1v4h4" />
      <path class="p-red" d="M5.5 8.5h5" />
      <path class="p-icon" d="M5.5 11.5h6.5M5.5 14h6.5" />
    </g>
  );
}

const PUZZLE = 'M7.5 3.5a2 2 0 0 1 4 0v1h4.5v4.5h-1a2 2 0 0 0 0 4h1v4.5h-14v-4.5h1a2 2 0 0 0 0-4h-1v-4.5h5.5z';
const PIN = 'M6 2h6M7 2v6l-2.5 3h9l-2.5-3v-6M9 11v5.5';
const GEAR =
  'M10 6.8a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 0 0 0-6.4z M10 2.5v2.2M10 15.3v2.2M2.5 10h2.2M15.3 10h2.2M4.7 4.7l1.55 1.55M13.75 13.75l1.55 1.55M4.7 15.3l1.55-1.55M13.75 6.25l1.55-1.55';
