import type { Words } from '../../model/words.ts';
import { makeSheet } from '../../ui/adopt-sheet.ts';
import { applyTheme, type ThemeChoice } from '../../ui/apply-theme.ts';
import { showLanguage } from '../../ui/show-language.ts';
import { ARTICLE_SHEET } from '../../ui/styles/article-sheet.ts';
import choicesCss from '../../ui/styles/choices.css?inline';
import controlsCss from '../../ui/styles/controls.css?inline';
import lightboxCss from '../../ui/styles/lightbox.css?inline';
import readerCss from '../../ui/styles/reader.css?inline';
import readerPanelsCss from '../../ui/styles/reader-panels.css?inline';
import tokensCss from '../../ui/styles/tokens.css?inline';
import wayCss from '../../ui/styles/way.css?inline';
import overlayCss from './overlay.css?inline';

const CONTROLS_SHEET = controlsCss + choicesCss + readerPanelsCss + readerCss + wayCss + lightboxCss + tokensCss;

const XHTML = 'http://www.w3.org/1999/xhtml';

type OnCopy = (event: ClipboardEvent) => void;

interface CopyRelay {
  listen: (onCopy: OnCopy, signal: AbortSignal) => void;
  tell: OnCopy;
}

/** The elements of full view, and what passes through them. */
export interface OverlayHost {
  /** The element in the page: a `div` that looks empty. */
  element: HTMLElement;
  /** Open, so that dictionaries and translators reach the article. */
  root: ShadowRoot;
  /** It scrolls and is modal: the page behind is inert, and the browser's find searches here alone. */
  dialog: HTMLDialogElement;
  /** Copying in the overlay, which the page does not hear. */
  copying: CopyRelay;
  /** Sheets for the closed roots in which controls are drawn, made when the first of them is. */
  controlSheets(): CSSStyleSheet[];
}

/** Makes the overlay's elements, not yet in the page. The namespace is named for XML documents. */
export function createOverlayHost(document: Document, theme: ThemeChoice, words: Words): OverlayHost {
  const element = document.createElementNS(XHTML, 'div');
  // `OVERLAY_CSS`, which the background inserts, recognises an open full view by this.
  element.slot = 'recto';
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [makeSheet(document, tokensCss + ARTICLE_SHEET + overlayCss)];
  let controlSheets: CSSStyleSheet[] | null = null;
  const dialog = document.createElementNS(XHTML, 'dialog') as HTMLDialogElement;
  dialog.className = 'recto overlay';
  applyTheme(dialog, theme);
  showLanguage(dialog, words);
  dialog.tabIndex = -1;
  // The scroller gets the focus, so that Space and the arrows scroll, and no control looks chosen.
  dialog.autofocus = true;
  dialog.setAttribute('aria-label', 'Recto');
  root.append(dialog);
  return {
    element,
    root,
    dialog,
    copying: copyRelay(),
    controlSheets: () => (controlSheets ??= [makeSheet(document, CONTROLS_SHEET)]),
  };
}

/** Passes copying on to listeners: the event itself is stopped before it reaches anybody. */
function copyRelay(): CopyRelay {
  const listeners = new Set<OnCopy>();
  return {
    listen(onCopy, signal) {
      listeners.add(onCopy);
      signal.addEventListener('abort', () => listeners.delete(onCopy));
    },
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}
