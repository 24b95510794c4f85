import type { ComponentChildren, ComponentType } from 'preact';
import type { KeyPress } from '../../model/keys/key-press.ts';
import type { Translate } from '../../model/message-key.ts';
import type { ReaderSettings } from '../../model/settings/reader-settings.ts';
import type { ReadFont } from '../parts/load-faces.ts';
import type { LoadPart } from '../parts/load-part.ts';
import type { SitePreferences } from './typography/use-site-preferences.ts';

/**
 * Where the controls are on a surface: in the bar, beside the text, after it, over everything, beside the selection.
 */
type ControlsPlace = 'bar' | 'side' | 'end' | 'over' | 'selection';

/** What a surface gives the reader, once. */
export interface ReaderSurfaceParts {
  surface: 'overlay' | 'saved';
  translate: Translate;
  /** BCP 47 tag of the interface. */
  locale: string;
  /** What scrolls the article. */
  scroller: HTMLElement;
  /**
   * Draws controls, in the language and direction of the interface also where they stand in the article. The overlay puts
   * them in a closed root, out of the page's reach.
   */
  Controls: ComponentType<{ place: ControlsPlace; children: ComponentChildren }>;
  toFragment: (html: string) => DocumentFragment;
  /** The same in turns, for an article that is too long for one; null for any other. */
  toFragmentInTurns: (html: string) => Promise<DocumentFragment> | null;
  /** See `part-long-text.ts`. */
  partLongText: (body: DocumentFragment) => void;
  loadPart: LoadPart;
  readFont: ReadFont;
  /**
   * Calls back whenever something is copied from the article, until the signal aborts. What the callback puts into the
   * event is what is copied.
   */
  listenCopy: (onCopy: (event: ClipboardEvent) => void, signal: AbortSignal) => void;
  /**
   * Calls back for each key press that is not typing, until the signal aborts. `onKey` says whether it used the key.
   */
  listenKeys: (onKey: (press: KeyPress) => boolean, signal: AbortSignal) => void;
}

/**
 * Whether the article is in the list, for its Save button. `undo` is for the Undo beside that button; the key of Undo
 * takes back the last action.
 */
export type SaveState =
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number; fresh: boolean; undo?: () => void };

export interface ReaderPreferences {
  settings: ReaderSettings;
  change: (changed: Partial<ReaderSettings>) => void;
  /** What can be chosen for the article's site alone; null without a site, or if nothing may be stored for it. */
  site?: SitePreferences | null;
}
