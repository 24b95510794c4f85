import type { ComponentChildren } from 'preact';
import type { Library } from '../../model/library.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';

/** What a page gives the list of one place. */
export interface ListViewProps {
  library: Library;
  place: Place;
  /** A filter such as `is:favourite`: the list then has the items of the reading list and the archive that pass it. */
  query?: string | null;
  /** In the library tab: sorting, filters, selection, tags and favourites. `tagHref` is where a tag's articles are. */
  organise?: { tagHref(tag: string): string };
  /** The key really set for the reader; empty when none is. */
  shortcut: string;
  hrefOf(item: SavedMetadata): string;
  /** Opens an item by click or key in another way than its link would, and prevents the default. */
  onOpen?(item: SavedMetadata, event: Event): void;
  /** Where an empty list leads: first steps with an article to try, and restoring a backup. */
  tryHref: string;
  restoreHref: string;
  /** The list is hidden for a while: no key is for it. */
  resting?: boolean;
  /** Stands above the list: what is known before its first row. */
  children?: ComponentChildren;
  /**
   * Shown at its bottom: what appears and disappears while rows are there, and must not move them from under the
   * pointer.
   */
  foot?: ComponentChildren;
}
