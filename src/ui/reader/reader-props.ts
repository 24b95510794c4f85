import type { VNode } from 'preact';
import type { Article } from '../../model/article.ts';
import type { ReadingPosition } from '../../model/reading-position.ts';
import type { HighlightTools } from '../highlights/highlight-tools.ts';
import type { HidingTools } from './hiding/use-hiding.tsx';
import type { ReaderActions } from './reader-actions.ts';
import type { ReaderPreferences, ReaderSurfaceParts, SaveState } from './reader-surface.ts';

/** What a surface gives the full reader. */
export interface ReaderProps {
  parts: ReaderSurfaceParts;
  article: Article;
  preferences: ReaderPreferences;
  /** Null where saving is not offered, as for an article that is open from the list. */
  save: SaveState | null;
  actions: ReaderActions;
  /** The browser-wide shortcut as it is really set. */
  toggleKey: string | null;
  start: ReadingPosition | null;
  /** The beginning of a paragraph to go to, as by a link, once the body that contains it is drawn. */
  arriveAt?: string | null;
  onPlace: (place: ReadingPosition) => void;
  /** Called with each body that stands in the page, before it is painted. */
  onBody?: (body: HTMLElement) => void;
  /** What is hidden by hand; null where nothing can be. */
  hiding?: HidingTools | null;
  /** What can be done with highlights; null where there are none. */
  highlights?: HighlightTools | null;
  /** A line at the end of the article, above what is offered there. */
  endNote?: VNode | null;
  /** One line below the bar; its key tells one from another. */
  notice?: VNode | null;
  /** How often something was taken back here; each time it is said. */
  undone?: number;
}
