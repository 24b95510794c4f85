import { openListTab } from '../platform/own-pages.ts';
import { isRepeat } from './ignore-repeats.ts';

/** Shows the reading list, at the part of it that `fragment` names. A double click, or a key that is held, opens one tab. */
export async function openList(fragment = ''): Promise<void> {
  if (!isRepeat('open list')) await openListTab(fragment);
}
