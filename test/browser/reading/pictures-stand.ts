/** Runs in an overlay or a saved copy: whether the pictures of its article have come, and so have their size. */
export function picturesStand(): boolean {
  const root = Array.from(document.documentElement.children).find(({ shadowRoot }) => shadowRoot)?.shadowRoot;
  const pictures = Array.from((root ?? document).querySelectorAll<HTMLImageElement>('.page-body img'));
  return pictures.length > 0 && pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
}
