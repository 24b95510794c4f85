import { countWords } from '../../../model/text/count-words.ts';
import { createWords } from '../../../model/words.ts';
import { blockChoice, boxAround } from './block-choice.ts';
import { buildPicker } from './build-picker.ts';
import type { PickOptions } from './pick-options.ts';
import { plainDom } from './plain-dom.ts';
import { selectorOf } from './selector-of.ts';

/** Selector of what the person picked; null gives the choice back to Recto; undefined changes nothing. */
export type Picked = string | null | undefined;

export interface Picking {
  done: Promise<Picked>;
  cancel(): void;
}

/**
 * Lets the person pick the article on the live page by pointer, touch or keyboard: the optional part `picking`. The
 * page is not changed: the picker is drawn in an element of ours in the top layer, which the page's scripts cannot look
 * into.
 */
export function pickBlock(page: Document, options: PickOptions): Picking {
  const end = new AbortController();
  const { signal } = end;
  const view = page.defaultView ?? window;
  const scroll = { left: view.scrollX, top: view.scrollY };
  const { count, locale } = createWords(options.translate, options.language);
  const show = (block: Element) => {
    picker.frame(block.getBoundingClientRect());
    picker.say(count('pickWords', countWords(plainDom.text(block) ?? '')));
  };
  const choice = blockChoice(page, show);
  let resolve: (picked: Picked) => void = () => undefined;
  const done = new Promise<Picked>((fulfil) => {
    resolve = fulfil;
  });

  const finish = (picked: Picked) => {
    end.abort();
    picker.remove();
    takeLastKey(view, plainDom.focused(page));
    view.scrollTo({ ...scroll, behavior: 'instant' });
    resolve(picked);
  };
  // A block that the page has removed meanwhile, or that can never be found again, cannot be chosen: the picker starts
  // over.
  const use = () => {
    const selector = selectorOf(choice.block());
    if (selector === null) choice.first();
    else finish(selector);
  };
  const cancel = () => finish(undefined);
  const automatic = options.hasChoice ? () => finish(null) : null;
  const { wider, narrower } = choice;
  const picker = buildPicker(page, { ...options, locale }, { wider, narrower, use, automatic, cancel });
  const boxAt = ({ clientX, clientY }: MouseEvent) => {
    const seen = page.elementsFromPoint(clientX, clientY).find((element) => element !== picker.host);
    return seen ? boxAround(seen) : null;
  };
  picker.sheet.addEventListener('pointermove', (event) => choice.point(() => boxAt(event)), { signal });
  picker.sheet.addEventListener('click', (event) => event.isTrusted && choice.press(boxAt(event)), { signal });
  const moves: Record<string, () => void> = {
    ArrowUp: wider,
    ArrowDown: narrower,
    ArrowLeft: choice.previous,
    ArrowRight: choice.next,
    Enter: use,
    Escape: cancel,
  };
  takeKeys(view, picker.hasFocus, moves, signal);
  const follow = () => picker.frame(choice.block().getBoundingClientRect());
  for (const type of ['scroll', 'resize'])
    view.addEventListener(type, follow, { capture: true, passive: true, signal });
  show(choice.block());
  return { done, cancel: () => signal.aborted || cancel() };
}

/**
 * Takes all keys except Tab; Enter presses the picker's own buttons. The page hears of keys only by an earlier
 * listener.
 */
function takeKeys(
  view: Window,
  hasFocus: () => boolean,
  moves: Readonly<Record<string, () => void>>,
  signal: AbortSignal,
): void {
  const take = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopImmediatePropagation();
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (!move || (hasFocus() && event.key === 'Enter')) return;
    event.preventDefault();
    if (event.type === 'keydown' && event.isTrusted && !event.isComposing) move();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    view.addEventListener(type, take, { capture: true, signal });
}

/** Two presses within this time are one wish. */
const REPEAT_MS = 350;

/**
 * Takes what the key that has ended the picker does until it is released, and a second press that comes too soon: it
 * would reach the page's field that has the focus again, and Enter might send what is written there.
 */
function takeLastKey(view: Window, focused: Element | null): void {
  const end = new AbortController();
  const began = performance.now();
  const take = (event: KeyboardEvent) => {
    const isSoon = event.target === focused && performance.now() - began < REPEAT_MS;
    if (!isSoon && (event.type === 'keyup' || !event.repeat)) end.abort();
    if (!isSoon && event.type === 'keydown' && !event.repeat) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const type of ['keydown', 'keyup'] as const)
    view.addEventListener(type, take, { capture: true, signal: end.signal });
}
