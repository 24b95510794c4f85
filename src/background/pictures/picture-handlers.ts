import type { Handlers } from '../../messaging/listen.ts';
import { askPermission } from '../ask-permission.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { checkOwnArticle } from '../check-own-article.ts';
import type { PictureKeeper } from './picture-keeper.ts';

export type PictureHandlers = Pick<
  Handlers,
  'article.receipt' | 'article.pictures' | 'article.picture' | 'article.keep-pictures' | 'picture.report'
>;

/** What the messages about an article's pictures do: which are kept, their bytes, and keeping the rest. */
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
      if (origins.length === 0) return;
      const wish = { kind: 'keep-pictures', origins, articleId: id, ...(urls ? { urls } : {}) } as const;
      await askPermission(wish, sender, keeper);
    },
    'picture.report': (report, sender) => keeper.report(report, sender.url),
  };
}
