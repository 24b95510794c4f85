/**
 * Resolves once the document has its body and its style sheets, or all that it will get of them: a sheet that does not come
 * leaves no page blank. A page's script is `async`, so that it runs before that: what it asks for is asked by then, and
 * only what it draws has to wait.
 */
export async function documentStyled(): Promise<void> {
  if (document.readyState === 'loading') await heard(document, 'DOMContentLoaded');
  const coming = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => !sheet);
  // One that failed before this was asked says nothing any more; the window's `load` comes after each has come or failed.
  if (coming.length === 0 || document.readyState === 'complete') return;
  await Promise.race([heard(window, 'load'), Promise.all(coming.map((link) => heard(link, 'load')))]);
}

const heard = (target: EventTarget, name: string): Promise<unknown> =>
  new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
