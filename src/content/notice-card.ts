import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import { createWords } from '../model/words.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { makeSheet } from '../ui/adopt-sheet.ts';
import { applyTheme } from '../ui/apply-theme.ts';
import type { NoticeAction } from '../ui/notice-line.tsx';
import { showLanguage } from '../ui/show-language.ts';
import tokens from '../ui/styles/tokens.css?inline';
import { askDocument } from './ask-document.ts';
import css from './save-notice.css?inline';

/** How long a notice stays; pointer and focus on it stop the clock. */
const NOTICE_MS = 20_000;

export interface NoticeContent {
  /** What happened, in a few words. */
  said: string;
  /** What it is about: a title, or the next step. */
  about?: string;
  /** Something is in the list now: the corner is filled. */
  kept?: boolean;
  actions: NoticeAction[];
  /** Milliseconds until it goes; `NOTICE_MS` when not given. */
  stays?: number;
}

/** A small card in front of the page, or of full view, in a closed shadow root. One at a time; showing again replaces what it says. */
export interface NoticeCard {
  show(content: NoticeContent): void;
  /** The same, if the card still shows something: what was closed stays closed. */
  update(content: NoticeContent): void;
  /** Comes in front of whatever the page has put on top since, if it still shows something. */
  comeForward(): void;
  close(): void;
}

/** Makes the card, which is put into the page when it first shows something. Its theme comes with `settings`. */
export function noticeCard(settings: Promise<ReaderSettings>): NoticeCard {
  const { host, root, card, status, about, actions } = buildCard(settings);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stays = NOTICE_MS;

  const close = (): void => {
    clearTimeout(timer);
    host.remove();
  };
  const keepTime = (): void => {
    clearTimeout(timer);
    if (!card.matches(':hover') && !card.contains(root.activeElement)) timer = setTimeout(close, stays);
  };
  for (const event of ['pointerenter', 'focusin']) card.addEventListener(event, () => clearTimeout(timer));
  for (const event of ['pointerleave', 'focusout']) card.addEventListener(event, keepTime);

  const show = (content: NoticeContent): void => {
    attach(host);
    card.toggleAttribute('data-kept', content.kept === true);
    // A live region announces its changes, so it must be in the page before its text.
    status.textContent = '';
    requestAnimationFrame(() => {
      status.textContent = content.said;
    });
    about.textContent = content.about ?? '';
    about.hidden = about.textContent === '';
    const closing = { label: translate('noticeClose'), onPress: close };
    actions.replaceChildren(...[...content.actions, closing].map(buttonFor));
    stays = content.stays ?? NOTICE_MS;
    keepTime();
  };
  return {
    show,
    update: (content) => {
      if (host.isConnected) show(content);
    },
    comeForward: () => {
      if (host.isConnected) attach(host);
    },
    close,
  };
}

/**
 * Puts the card on top: into an open full view, because everything outside a modal dialog is inert, or else into the
 * page's top layer, which is above every `z-index`. A card that is there already stays where it is.
 */
function attach(host: HTMLElement): void {
  const dialog = globalThis.rectoOverlay?.dialog?.();
  const place = dialog ?? askDocument(document, 'documentElement');
  if (host.parentNode === place) return;
  // In the dialog it is no popover: to come to the front again it would cover the dialog's own popovers.
  host.popover = dialog ? null : 'manual';
  place.append(host);
  if (!dialog) host.showPopover();
}

/** A button that only the person can press: the page can make events of its own on the host. */
function buttonFor({ label, onPress }: NoticeAction): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return button;
}

function buildCard(settings: Promise<ReaderSettings>) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [makeSheet(document, tokens + css)];
  const card = element('div', 'recto notice');
  const words = createWords(translate, interfaceLanguage());
  showLanguage(card, words);
  host.dir = words.dir;
  card.setAttribute('role', 'group');
  card.setAttribute('aria-label', 'Recto');
  const status = element('p', 'said');
  status.setAttribute('role', 'status');
  const about = element('p', 'about');
  about.dir = 'auto';
  const actions = element('div', 'actions');
  card.append(status, about, actions);
  root.append(card);
  void settings.then((chosen) => applyTheme(card, chosen));
  return { host, root, card, status, about, actions };
}

function element(name: 'div' | 'p', className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
