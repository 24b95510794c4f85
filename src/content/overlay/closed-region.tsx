import { type ComponentChildren, Fragment, h, render } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface ClosedRegionProps {
  class: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  sheets: () => CSSStyleSheet[];
  children: ComponentChildren;
}

/** Events that work a control; those from scripts are ignored. */
const WORKING = ['click', 'change', 'input', 'keydown', 'keyup', 'focusin', 'focusout', 'pointerdown'];

const roots = new WeakMap<EventTarget, ShadowRoot>();

/**
 * The focused control if `target` is the host of a closed region, whose events do not name the control; else `target`.
 */
export const focusedIn = (target: EventTarget | undefined): EventTarget | undefined =>
  (target && roots.get(target)?.activeElement) ?? target;

/**
 * Draws controls in a closed shadow root inside the open one, where the page's scripts can neither press nor find them,
 * except through Firefox's events (`originalTarget`). They are drawn after the article's elements, mostly within the
 * same frame: Preact runs the effect early when the article's state is set before the paint.
 */
export function ClosedRegion({ sheets, children, ...rest }: ClosedRegionProps) {
  const host = useRef<HTMLDivElement>(null);
  const root = useRef<ShadowRoot | null>(null);
  const draw = () => root.current && render(h(Fragment, null, children), root.current);
  useLayoutEffect(() => void draw());
  useEffect(() => {
    if (!host.current || root.current) return;
    root.current = closedRoot(host.current, sheets);
    draw();
  });
  useLayoutEffect(() => () => void (root.current && render(null, root.current)), []);
  return <div ref={host} {...rest} />;
}

function closedRoot(host: HTMLElement, sheets: () => CSSStyleSheet[]): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  roots.set(host, root);
  root.adoptedStyleSheets = sheets();
  for (const type of WORKING) root.addEventListener(type, refuseUntrusted, { capture: true });
  return root;
}

function refuseUntrusted(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}
