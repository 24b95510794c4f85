import type { Article } from '../../model/article.ts';

/** What can be asked of the overlay from outside, filled in by what it shows. */
export interface OverlayCommands {
  save: (() => true) | null;
  article: Article | null;
  dialog: HTMLElement | null;
}
