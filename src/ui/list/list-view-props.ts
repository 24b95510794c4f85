import type { ComponentChildren } from 'preact';
import type { Library } from '../../model/library.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';

/** What a page gives the list of one place. */
export interface ListViewProps {
  library: Library;
  place: Place;
  /** A filter such as `is:favourite`: then the list has what passes it, of the reading list and the archive. */
  query?: string | null;
  /** In the library tab: sorting, filters, selection, tags and favourites. `tagHref` is where a tag's articles are. */
  organise?: { tagHref(tag: string): string };
  /** The key really set for the reader; empty when none is. */
  shortcut: string;
  hrefOf(item: SavedMetadata): string;
  /** Opening by click or key, where it is not the link's own: prevents its default. */
  onOpen?(item: SavedMetadata, event: Event): void;
  /** Where an empty list leads: first steps with an article to try, and restoring a backup. */
  tryHref: string;
  restoreHref: string;
  /** The list is out of sight for a while: no key is for it. */
  resting?: boolean;
  /** Stands above the list: what is known before its first row. */
  children?: ComponentChildren;
  /** Stands at its foot: what comes and goes while rows are there, and must not move them from under the pointer. */
  foot?: ComponentChildren;
}
