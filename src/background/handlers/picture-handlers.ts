import type { Handlers } from '../../messaging/listen.ts';
import { askPermission } from '../ask-permission.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { checkOwnArticle } from '../check-save.ts';
import { isRepeat } from '../is-repeat.ts';
import type { PictureKeeper } from '../pictures/picture-keeper.ts';

export type PictureHandlers = Pick<
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
      const origins = await keeper.retryRefused(id, urls ?? null);
      // A double click opens one page that asks.
      if (origins.length === 0 || isRepeat(`keep pictures ${id} ${urls}`)) return;
      const wish = { kind: 'keep-pictures', origins, articleId: id, ...(urls ? { urls } : {}) } as const;
      await askPermission(wish, sender, keeper);
    },
    'picture.report': (report, sender) => keeper.report(report, sender.url),
  };
}
