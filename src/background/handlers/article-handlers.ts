import type { Handlers } from '../../messaging/listen.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { checkOwnArticle } from '../check-own-article.ts';
import type { PictureHandlers } from '../pictures/picture-handlers.ts';
import type { SaveHandlers } from './save-handlers.ts';

/** All about articles but keeping them and their pictures. */
type ArticleHandlers = Omit<
  Pick<Handlers, Extract<keyof Handlers, `article.${string}`>>,
  keyof SaveHandlers | keyof PictureHandlers
>;

/**
 * What the messages do by which a kept article is found, read and put elsewhere. `onChange` is called when articles have
 * changed their place. What a private window reads leaves nothing behind.
 */
export function articleHandlers(library: BackgroundLibrary, onChange: () => void): ArticleHandlers {
  return {
    'article.find': ({ url }) => library.find(url),
    'article.open': ({ id }) => library.open(id),
    'article.move': ({ ids, place }) => library.move(ids, place).then(onChange),
    'article.restore': ({ ids }) => library.restore(ids).then(onChange),
    'article.favourite': ({ ids, favourite }) => library.setFavourite(ids, favourite),
    'article.tag': ({ ids, ...change }) => library.changeTags(ids, change),
    async 'article.position'({ id, position }, sender) {
      // Not checked against the page: the last place is told while the tab goes to the next one. Ids cannot be guessed.
      if (!sender.isPrivate) await library.keepPosition(id, position);
    },
    async 'article.hide'({ id, changes }, sender) {
      await checkOwnArticle(id, sender, library);
      if (!sender.isPrivate) await library.keepHidden(id, changes);
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
