import { render } from 'preact';
import { sendFromPage } from '../../messaging/send-from-page.ts';
import { pageAddress } from '../../model/address/page-address.ts';
import type { Article } from '../../model/article.ts';
import type { ErrorCode } from '../../model/errors/error-code.ts';
import { RectoError } from '../../model/errors/recto-error.ts';
import type { ExtractionOutcome, RectoExtraction } from '../../model/extraction-outcome.ts';
import type { KeyPress } from '../../model/keys/key-press.ts';
import { latestOnly } from '../../model/latest-only.ts';
import type { ReaderSettings } from '../../model/settings/reader-settings.ts';
import { NO_SITE_SETTINGS, settingsOnSite } from '../../model/settings/site-settings.ts';
import { createWords } from '../../model/words.ts';
import { readSite } from '../../platform/read-site.ts';
import { readSettings } from '../../platform/settings-source.ts';
import { interfaceLanguage, translate } from '../../platform/translate.ts';
import type { UnkeptHiding } from '../../ui/reader/hiding/use-hidden-blocks.ts';
import type { ReaderSurfaceParts } from '../../ui/reader/reader-surface.ts';
import { askDocument } from '../ask-document.ts';
import { loadInjectedPart } from '../part-scope.ts';
import { requireSanitising } from '../sanitising-scope.ts';
import { ClosedRegion } from './closed-region.tsx';
import { dressDocument } from './dress-document.ts';
import { OverlayApp, type OverlayAppProps } from './overlay-app.tsx';
import type { OverlayCommands } from './overlay-commands.ts';
import { createOverlayHost, type OverlayHost } from './overlay-host.ts';
import { quietPage, takeKeys } from './quiet-page.ts';
import { readOutcome } from './read-outcome.ts';
import { recordPage } from './record-page.ts';
import { stayOnTop } from './stay-on-top.ts';

const words = createWords(translate, interfaceLanguage());

/** If reading the page takes longer than this after storage has answered, the title is shown first. */
const PATIENCE_MS = 150;

/** Documents that are not pages and never will be. There is nothing to lay a reader over, so the popup says why. */
const NO_PAGE: readonly ErrorCode[] = ['pdf', 'media', 'data-document', 'framed'];

/** One opening of the overlay, from the command until the page is back. */
export interface OverlaySession {
  /** Fulfilled once something stands on the screen. Throws for what is no page. */
  shown: Promise<void>;
  /** Does what the Save control does; undefined while no article is shown. */
  save(): true | undefined;
  /** The article of the page's present address that is shown; null while there is none. */
  shownArticle(): ExtractionOutcome | null;
  /** What is modal; null until it stands in the page. */
  dialog(): HTMLElement | null;
  close(): void;
}

/** How full view is opened this time. */
export interface SessionOptions {
  extraction: RectoExtraction;
  /**
   * The selector of what the person has just picked; null when Recto is to choose. By default what is stored for the
   * site.
   */
  block?: string | null | undefined;
  /** Shows nothing but an article: `shown` throws for any other page. */
  onlyArticle?: boolean;
  /** Shows why there is no article on any page: nobody else would. */
  explains?: boolean;
  /** What went wrong before it was opened. */
  problem?: ErrorCode | null;
  /** What was hidden before the article was picked anew. */
  unkept: UnkeptHiding;
  /** The person wants to pick the article on the page. Throws when that cannot be; the overlay is then still open. */
  onPick: () => Promise<void>;
  onClosed: () => void;
}

/** Opens the overlay: settings and page are read side by side, and the first thing painted is the article. */
export function openOverlay(options: SessionOptions): OverlaySession {
  const end = new AbortController();
  end.signal.addEventListener('abort', options.onClosed, { once: true });
  const commands: OverlayCommands = { save: null, article: null, dialog: null };
  return {
    shown: show(options, commands, end),
    save: () => commands.save?.(),
    shownArticle: () => outcomeHere(commands.article),
    dialog: () => commands.dialog,
    close: () => end.abort(),
  };
}

/** An article as what reading gives, unless the page has gone elsewhere since. */
const outcomeHere = (article: Article | null): ExtractionOutcome | null =>
  article && pageAddress(article.url) === pageAddress(location.href) ? { ok: true, article } : null;

async function show(options: SessionOptions, commands: OverlayCommands, end: AbortController): Promise<void> {
  const { extraction, onlyArticle, problem = null, onPick: pick, unkept } = options;
  // Asked before the page is read, since it answers nothing meanwhile.
  const finding = readSite(location.href);
  const knowing = readSettings();
  const block =
    options.block === undefined ? finding.then((site) => site?.settings.block ?? null) : Promise.resolve(options.block);
  const read = (force: boolean) => readOutcome(extraction, force, block);
  const reading = read(false);
  const [settings, site] = await Promise.all([knowing, finding]);
  // Not at the same time: if storage answered late, it would use up the time, and full view would cover a document that
  // is not a page.
  const first = await (onlyArticle ? reading : Promise.race([reading, later(PATIENCE_MS)]));
  if (end.signal.aborted) return;
  if (first?.ok === false && (onlyArticle || (!options.explains && NO_PAGE.includes(first.error.code))))
    throw new RectoError(first.error.code, first.error.message);
  const draw = mount(settings, read, { site, commands, pick, problem, unkept }, end);
  draw(first);
  if (first === null) void reading.then(draw);
}

/** Puts the overlay into the page; gives the function that draws an outcome in it. `shown` is as in each drawing. */
function mount(
  settings: ReaderSettings,
  read: (force: boolean) => Promise<ExtractionOutcome>,
  shown: Pick<OverlayAppProps, 'site' | 'commands' | 'pick' | 'problem' | 'unkept'>,
  end: AbortController,
): (next: ExtractionOutcome | null) => void {
  const { signal } = end;
  const page = recordPage(document);
  const host = createOverlayHost(document, settingsOnSite(settings, shown.site?.settings ?? NO_SITE_SETTINGS), words);
  const parts = surfaceParts(host);
  let outcome: ExtractionOutcome | null = null;
  let fought = false;

  const draw = (next: ExtractionOutcome | null) => {
    if (signal.aborted) return;
    // At first there is nothing to leave, and to ask would lay the page out.
    const isOther = outcome !== null && addressOf(outcome) !== addressOf(next);
    outcome = next;
    if (next?.ok) dressFor(next.article);
    render(
      <OverlayApp
        {...shown}
        {...{ parts, outcome, fought }}
        initialSettings={settings}
        title={askDocument(document, 'title')}
        read={readAgain}
        close={() => end.abort()}
      />,
      host.dialog,
    );
    if (isOther) startOver(host.dialog);
  };
  const begin = latestOnly();
  const readAgain = (force: boolean) => {
    const isLatest = begin();
    void read(force).then((next) => isLatest() && draw(next));
  };
  askDocument(document, 'documentElement').append(host.element);
  // Otherwise the zoom that the page gives its root would enlarge everything in here as well.
  host.dialog.style.zoom = `${1 / host.element.currentCSSZoom}`;
  const dressFor = dressDocument(host.dialog, signal);
  host.dialog.showModal();
  shown.commands.dialog = host.dialog;
  guard(host, end, () => {
    fought = true;
    draw(outcome);
  });
  signal.addEventListener('abort', () => {
    render(null, host.dialog);
    host.dialog.close();
    host.element.remove();
    page.restore();
  });
  return draw;
}

function guard(host: OverlayHost, end: AbortController, onFight: () => void): void {
  const { dialog, element } = host;
  const { signal } = end;
  quietPage(element, host.copying.tell, signal);
  const close = () => end.abort();
  stayOnTop({ host, onFight, onDeaf: close, signal });
  dialog.addEventListener('cancel', (event) => (event.isTrusted ? close() : event.preventDefault()), { signal });
  // Chrome closes the dialog without `cancel` if the person has not touched the page. When the dialog is only put back
  // on top, that is not the end.
  dialog.addEventListener('close', () => !dialog.open && element.isConnected && close(), { signal });
}

function surfaceParts(host: OverlayHost): ReaderSurfaceParts {
  return {
    surface: 'overlay',
    translate,
    locale: words.locale,
    scroller: host.dialog,
    Controls: ({ place, children }) => (
      <ClosedRegion class={`overlay-${place}`} sheets={host.controlSheets} lang={words.locale} dir={words.dir}>
        {children}
      </ClosedRegion>
    ),
    ...requireSanitising(),
    loadPart: loadInjectedPart,
    readFont: (file) => sendFromPage('page.font', { file }),
    listenCopy: host.copying.listen,
    listenKeys: (onKey: (press: KeyPress) => boolean, signal: AbortSignal) => takeKeys(host.element, onKey, signal),
  };
}

const later = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));

const addressOf = (outcome: ExtractionOutcome | null): string => (outcome?.ok ? outcome.article.url : '');

/** Another article begins at its top; and the focus, which went with the text before, is in full view again. */
function startOver(dialog: HTMLElement): void {
  dialog.scrollTop = 0;
  dialog.focus({ preventScroll: true });
}
