import type { Handlers, MessageSender } from '../../messaging/listen.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { checkOwnArticle } from '../check-save.ts';
import type { PictureHandlers } from './picture-handlers.ts';
import type { SaveHandlers } from './save-handlers.ts';

/** All messages about articles except saving them and their pictures. */
type ArticleHandlers = Omit<
  Pick<Handlers, Extract<keyof Handlers, `article.${string}`>>,
  keyof SaveHandlers | keyof PictureHandlers
>;

/**
 * Handlers of the messages that find, read and move a kept article. `onChange` is called when articles have moved or gone.
 * Reading in a private window leaves nothing behind.
 */
export function articleHandlers(library: BackgroundLibrary, onChange: () => void): ArticleHandlers {
  /** In a private window there is no question, as in the popup there: a move does not reveal what was read. */
  const checkOwn = (ids: readonly string[], sender: MessageSender) =>
    Promise.all(ids.map((id) => checkOwnArticle(id, sender, library)));
  return {
    'article.find': ({ url }) => library.find(url),
    'article.open': ({ id }) => library.open(id),
    async 'article.move'({ ids, place, from }, sender) {
      await checkOwn(ids, sender);
      await library.move(ids, place, from);
      onChange();
    },
    async 'article.restore'({ ids }, sender) {
      await checkOwn(ids, sender);
      await library.restore(ids);
      onChange();
    },
    'article.drop-deleted': ({ ids }) => library.dropDeleted(ids).then(onChange),
    'article.favourite': ({ ids, favourite }) => library.setFavourite(ids, favourite),
    'article.tag': ({ ids, ...change }) => library.changeTags(ids, change),
    async 'article.position'({ id, position }, sender) {
      // Not checked against the page, because the last position is reported while the tab goes to the next page. Ids
      // cannot be guessed.
      if (!sender.isPrivate) await library.keepPosition(id, position);
    },
    async 'article.hide'({ id, changes }, sender) {
      await checkOwnArticle(id, sender, library);
      if (sender.isPrivate) return null;
      await library.keepHidden(id, changes);
      // A change that was written must not be reported as failed just because this is unknown.
      const [kept] = await library.metadata([id]).catch(() => []);
      return kept?.hidden?.at ?? null;
    },
    async 'article.opened'({ id }, sender) {
      if (!sender.isPrivate) await library.markOpened(id);
    },
    'article.copies': ({ id }) => library.copies(id),
    'article.open-copy': ({ id, keptAt }) => library.openCopy(id, keptAt),
    'article.use-copy': ({ id, keptAt }) => library.useCopy(id, keptAt),
    'article.drop-copy': ({ id, keptAt }) => library.dropCopy(id, keptAt),
  };
}
