// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { DEFAULT_READER_SETTINGS } from '../../../../../src/model/settings/reader-settings.ts';
import { ArticleView } from '../../../../../src/ui/reader/article/article-view.tsx';
import { sampleArticle } from '../../../fakes/sample-article.ts';

test('a text that is sanitised in turns is given to the surface as it is by then, which knows the place to go to', async () => {
  const told: string[] = [];
  const article = sampleArticle();
  const draw = (place: string) =>
    act(() =>
      render(
        <ArticleView
          article={article}
          toFragment={() => document.createDocumentFragment()}
          toFragmentInTurns={() => Promise.resolve(document.createDocumentFragment())}
          settings={DEFAULT_READER_SETTINGS}
          surface="overlay"
          translate={(key) => key}
          locale="en"
          onBody={() => told.push(place)}
        />,
        document.body,
      ),
    );
  draw('not known');
  draw('the middle');
  await expect.poll(() => told).toEqual(['the middle']);
});
