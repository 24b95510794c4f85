import { useLayoutEffect, useRef } from 'preact/hooks';
import { nextTurn } from '../../model/next-turn.ts';
import { prepareBody } from './prepare-body.ts';

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
  /** Lets the browser lay out what is near the window only, where the text is very long. */
  partLongText?: ((body: DocumentFragment) => void) | undefined;
  onBody?: ((body: HTMLElement) => void) | undefined;
}

/** The text. Preact owns the box only; what is inside comes as a sanitised fragment and is left alone afterwards. */
export function ArticleBody(props: ArticleBodyProps) {
  const { html, leadImage, tableLabel, copyLabel, partLongText, onBody } = props;
  const box = useRef<HTMLDivElement>(null);
  // The text is laid out once per html: callers pass new closures on each render.
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
      onBody?.(box.current);
    };
    const atOnce = () => show(prepare(props.toFragment(html)));
    const turns = props.toFragmentInTurns?.(html)?.then(async (body) => {
      prepare(body);
      await nextTurn();
      return body;
    });
    // Whatever keeps it from being done in turns, the text is not left out.
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
