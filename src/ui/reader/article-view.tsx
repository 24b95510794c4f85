import type { ComponentChildren, CSSProperties } from 'preact';
import type { Article } from '../../model/article.ts';
import type { Translate } from '../../model/message-key.ts';
import type { ReaderSettings, StyleSettings } from '../../model/reader-settings.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleHead } from './article-head.tsx';

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
 * One article as a typeset page: the same component in the popup, the overlay and the saved reader. It knows nothing of
 * where it is; the sheets `tokens.css`, `page.css`, `cjk.css` and, at the document, `fonts.css` belong to it.
 */
export function ArticleView(props: ArticleViewProps) {
  const { article, settings, surface, translate, locale, children } = props;
  return (
    <article
      class="page"
      data-surface={surface}
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

/** The settings that change how the page is set; the theme is the surface's own. */
type TypeSettings = Omit<StyleSettings, 'theme' | 'ownPaper' | 'ownInk'> & Pick<ReaderSettings, 'focus'>;

/** Settings as what the sheets go by: attributes for choices, numbers for what they multiply with. */
export function pageStyle(settings: TypeSettings) {
  return {
    'data-typeface': settings.typeface,
    'data-han': settings.hanTypeface,
    'data-paragraphs': settings.paragraphs,
    'data-align': settings.align,
    'data-hyphens': settings.hyphens ? 'auto' : undefined,
    'data-han-spacing': settings.hanSpacing ? undefined : 'none',
    'data-pictures': settings.hidePictures ? 'hidden' : undefined,
    'data-focus': settings.focus === 'off' ? undefined : settings.focus,
    style: typeVariables(settings),
  };
}

function typeVariables(settings: TypeSettings): CSSProperties {
  return {
    '--size': String(settings.textSize / 100),
    '--width': String(settings.width / 100),
    '--leading': String(settings.lineHeight / 100),
    '--letters': String(settings.letterSpacing / 100),
    '--words': String(settings.wordSpacing / 100),
  };
}
