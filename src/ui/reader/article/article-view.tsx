import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../../../model/article.ts';
import type { Translate } from '../../../model/message-key.ts';
import { nextTurn } from '../../../model/slicer.ts';
import { pageStyle, type TypeSettings } from '../typography/page-style.ts';
import { ArticleHead } from './article-head.tsx';
import { prepareBody } from './prepare-body.ts';

/**
 * From Hebrew to Khmer: scripts without capitals, whose figures are all of one height, and most of which have marks above
 * and below their letters. All that run from right to left are among them, whatever the title is written in.
 */
const TALL_SCRIPT = /[\u0590-\u17ff]/;

/** Where the page stands. The popup is smaller: 16.5 px instead of 20. */
type ReaderSurface = 'popup' | 'overlay' | 'saved';

interface ArticleViewProps {
  article: Article;
  /** Makes the sanitised body of `article.html`; called again whenever that changes. */
  toFragment: (html: string) => DocumentFragment;
  /** The same in turns, for an article that is too long for one; null for any other. */
  toFragmentInTurns?: (html: string) => Promise<DocumentFragment> | null;
  /** See `part-long-text.ts`. */
  partLongText?: (body: DocumentFragment) => void;
  settings: TypeSettings;
  surface: ReaderSurface;
  translate: Translate;
  /** BCP 47 tag of the interface, for dates and numbers. */
  locale: string;
  /** Called once the body stands in the page, before it is painted. */
  onBody?: (body: HTMLElement) => void;
  /** What follows the text, such as the offers at the end. */
  children?: ComponentChildren;
}

/**
 * One article as a typeset page: the same component in the popup, the overlay and the saved reader. It does not know
 * where it is. The sheets `tokens.css`, `page.css`, `cjk.css` and, at the document, `fonts.css` belong to it.
 */
export function ArticleView(props: ArticleViewProps) {
  const { article, settings, surface, translate, locale, children } = props;
  return (
    <article
      class="page"
      data-surface={surface}
      data-tall={article.dir === 'rtl' || TALL_SCRIPT.test(article.title) || undefined}
      {...pageStyle(settings)}
      lang={article.lang ?? undefined}
      dir={article.dir}
    >
      <ArticleHead article={article} translate={translate} locale={locale} />
      <ArticleBody
        html={article.html}
        leadImage={article.leadImage}
        toFragment={props.toFragment}
        toFragmentInTurns={props.toFragmentInTurns}
        tableLabel={translate('readerTable')}
        copyLabel={surface === 'popup' ? null : translate('readerCopyCode')}
        partLongText={props.partLongText}
        onBody={props.onBody}
      />
      {article.attribution && <p class="page-attribution">{article.attribution}</p>}
      {children}
    </article>
  );
}

interface ArticleBodyProps {
  html: string;
  /** Address of a picture to show above the text. */
  leadImage: string | null;
  toFragment: (html: string) => DocumentFragment;
  /** The same in turns, for an article that is too long for one; null for any other. */
  toFragmentInTurns?: ((html: string) => Promise<DocumentFragment> | null) | undefined;
  /** Name of a table's scroll box, for screen readers. */
  tableLabel: string;
  /** Name of the button that copies a block of code; null for none. */
  copyLabel: string | null;
  /** Makes the browser lay out only what is near the window, where the text is very long. */
  partLongText?: ((body: DocumentFragment) => void) | undefined;
  onBody?: ((body: HTMLElement) => void) | undefined;
}

/** The text. Preact owns only the box; its content is a sanitised fragment that is left alone afterwards. */
function ArticleBody(props: ArticleBodyProps) {
  const { html, leadImage, tableLabel, copyLabel, partLongText, onBody } = props;
  const box = useRef<HTMLDivElement>(null);
  // Long texts are sanitised in turns, and the place to go to may become known meanwhile.
  const drawn = useRef(onBody);
  drawn.current = onBody;
  // The text is put in once for each `html`, because callers pass new functions at every render.
  useLayoutEffect(() => {
    let ended = false;
    const prepare = (body: DocumentFragment) => {
      if (leadImage) body.prepend(leadFigure(leadImage));
      prepareBody(body, { tableLabel, copyLabel });
      partLongText?.(body);
      return body;
    };
    const show = (body: DocumentFragment) => {
      if (ended || !box.current) return;
      box.current.replaceChildren(body);
      drawn.current?.(box.current);
    };
    const atOnce = () => show(prepare(props.toFragment(html)));
    const turns = props.toFragmentInTurns?.(html)?.then(async (body) => {
      prepare(body);
      await nextTurn();
      return body;
    });
    // If sanitising in turns fails, the text is sanitised at once.
    if (turns) turns.then(show, atOnce);
    else atOnce();
    return () => {
      ended = true;
    };
  }, [html, leadImage]);
  return <div class="page-body" ref={box} />;
}

function leadFigure(address: string): HTMLElement {
  const figure = document.createElement('figure');
  figure.dataset['lead'] = '';
  const image = document.createElement('img');
  image.alt = '';
  image.src = address;
  figure.append(image);
  return figure;
}
