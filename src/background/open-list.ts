import { openListTab } from '../platform/own-pages.ts';
import { isRepeat } from './is-repeat.ts';

/** Shows the reading list, at the part that `fragment` names. A double click, or a held key, opens one tab. */
export async function openList(fragment = ''): Promise<void> {
  if (!isRepeat('open list')) await openListTab(fragment);
}
