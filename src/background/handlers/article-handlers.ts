import type { Handlers } from '../../messaging/listen.ts';
import { askPermission } from '../ask-permission.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { checkOwnArticle } from '../check-save.ts';
import { isRepeat } from '../ignore-repeats.ts';
import type { PictureKeeper } from '../pictures/picture-keeper.ts';
import type { SaveHandlers } from './save-handlers.ts';

/** All messages about articles except saving them and their pictures. */
type ArticleHandlers = Omit<
  Pick<Handlers, Extract<keyof Handlers, `article.${string}`>>,
  keyof SaveHandlers | keyof PictureHandlers
>;

/**
 * Handlers of the messages that find, read and move a kept article. `onChange` is called when articles have moved.
 * Reading in a private window leaves nothing behind.
 */
export function articleHandlers(library: BackgroundLibrary, onChange: () => void): ArticleHandlers {
  return {
    'article.find': ({ url }) => library.find(url),
    'article.open': ({ id }) => library.open(id),
    'article.move': ({ ids, place, from }) => library.move(ids, place, from).then(onChange),
    'article.restore': ({ ids }) => library.restore(ids).then(onChange),
    'article.favourite': ({ ids, favourite }) => library.setFavourite(ids, favourite),
    'article.tag': ({ ids, ...change }) => library.changeTags(ids, change),
    async 'article.position'({ id, position }, sender) {
      // Not checked against the page: the last place is reported while the tab goes to the next page. Ids cannot be
      // guessed.
      if (!sender.isPrivate) await library.keepPosition(id, position);
    },
    async 'article.hide'({ id, changes }, sender) {
      await checkOwnArticle(id, sender, library);
      if (sender.isPrivate) return null;
      await library.keepHidden(id, changes);
      // A change that was written must not be reported as failed because this is unknown.
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

type PictureHandlers = Pick<
  Handlers,
  'article.receipt' | 'article.pictures' | 'article.picture' | 'article.keep-pictures' | 'picture.report'
>;

/** Handlers of the messages about an article's pictures: which are kept, their bytes, and keeping the rest. */
export function pictureHandlers(library: BackgroundLibrary, keeper: PictureKeeper): PictureHandlers {
  return {
    async 'article.receipt'({ id }, sender) {
      await checkOwnArticle(id, sender, library);
      return library.pictureReceipt(id);
    },
    'article.pictures': async ({ id }) =>
      (await library.openPictures(id)).map(({ url, state, problem, bytes }) => ({ url, state, problem, bytes })),
    'article.picture': async ({ id, url }) =>
      (await library.openPictures(id)).find((picture) => picture.url === url)?.blob ?? null,
    async 'article.keep-pictures'({ id, urls }, sender) {
      await checkOwnArticle(id, sender, library);
      const origins = await keeper.askAgain(id, urls ?? null);
      // A double click opens one page that asks.
      if (origins.length === 0 || isRepeat(`keep pictures ${id} ${urls}`)) return;
      const wish = { kind: 'keep-pictures', origins, articleId: id, ...(urls ? { urls } : {}) } as const;
      await askPermission(wish, sender, keeper);
    },
    'picture.report': (report, sender) => keeper.report(report, sender.url),
  };
}
