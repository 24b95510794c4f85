import type { MessageKey } from '../../../model/message-key.ts';
import { textDirection } from '../../../model/text/text-direction.ts';
import { makeSheet } from '../../adopt-sheet.ts';
import { applyTheme } from '../../apply-theme.ts';
import tokens from '../../styles/tokens.css?inline';
import type { PickOptions } from './pick-options.ts';
import css from './picking.css?inline';
import { plainDom } from './plain-dom.ts';

interface Picker {
  /** What stands in the page. */
  host: HTMLElement;
  /** Covers the whole page and takes what is pointed at. */
  sheet: HTMLElement;
  frame(rect: DOMRect): void;
  /** Says what is chosen, to the eye and to a screen reader. */
  say(text: string): void;
  /** One of its buttons has the focus. */
  hasFocus(): boolean;
  remove(): void;
}

interface PickerOptions extends Pick<PickOptions, 'translate' | 'theme' | 'hasChoice'> {
  locale: string;
}

interface PickerActions {
  wider(): void;
  narrower(): void;
  use(): void;
  /** Null where there is no choice to take back. */
  automatic: (() => void) | null;
  cancel(): void;
}

/** Px between the chosen block and its frame, so that the frame cuts no letters. */
const AIR = 8;

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Puts the picker into the page's top layer: a frame around what is chosen, and a panel with what can be done. */
export function buildPicker(
  page: Document,
  { translate, locale, theme, hasChoice }: PickerOptions,
  actions: PickerActions,
): Picker {
  const make = (name: string, className: string) => {
    const element = page.createElementNS(XHTML, name);
    element.className = className;
    return element;
  };
  const button = (label: MessageKey, press: () => void, className = 'button') => {
    const made = make('button', className);
    made.setAttribute('type', 'button');
    made.textContent = translate(label);
    made.addEventListener('click', (event) => event.isTrusted && press());
    return made;
  };
  const host = make('div', '');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [makeSheet(page, tokens + css)];
  const box = make('div', 'recto picker');
  box.lang = locale;
  box.dir = textDirection(locale);
  applyTheme(box, theme);
  const sheet = make('div', 'sheet');
  const frame = make('div', 'frame');
  const panel = make('section', 'panel');
  panel.tabIndex = -1;
  panel.setAttribute('aria-label', translate('readerPick'));
  const how = make('p', 'how');
  how.textContent = translate(hasChoice === null ? 'pickHowOnce' : 'pickHow');
  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  const buttons = make('div', 'buttons');
  buttons.append(
    button('pickUse', actions.use, 'button primary'),
    button('pickWider', actions.wider),
    button('pickNarrower', actions.narrower),
    ...(actions.automatic ? [button('pickAutomatic', actions.automatic)] : []),
    button('pickCancel', actions.cancel),
  );
  panel.append(how, status, buttons);
  box.append(sheet, frame, panel);
  root.append(box);
  const giveBack = recordFocus(page);
  plainDom.root(page).append(host);
  host.showPopover();
  panel.focus({ preventScroll: true });
  return {
    host,
    sheet,
    frame({ top, left, width, height }) {
      const { style } = frame;
      style.setProperty('top', `${top - AIR}px`);
      style.setProperty('left', `${left - AIR}px`);
      style.setProperty('width', `${width + 2 * AIR}px`);
      style.setProperty('height', `${height + 2 * AIR}px`);
    },
    say(text) {
      status.textContent = text;
    },
    hasFocus: () => root.activeElement?.localName === 'button',
    remove() {
      host.remove();
      giveBack();
    },
  };
}

/**
 * Notes what has the focus in the page, even inside open shadow roots, and gives the function that puts it back: full
 * view, which opens next, takes what it finds for the page's own. What the person has gone to meanwhile keeps it.
 */
function recordFocus(page: Document): () => void {
  let focused = plainDom.focused(page);
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return () => {
    const isNowhere = plainDom.focused(page) === plainDom.body(page);
    if (isNowhere && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
}
