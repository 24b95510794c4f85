/**
 * Resolves once the document has its body and its style sheets, a sheet that does not come left aside. A page's script is
 * `async`, so that it runs before that: what it asks for is asked by then, and only what it draws has to wait.
 */
export async function documentStyled(): Promise<void> {
  if (document.readyState === 'loading') await heard(document, 'DOMContentLoaded');
  const coming = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => !sheet);
  await Promise.all(coming.map((link) => Promise.race([heard(link, 'load'), heard(link, 'error')])));
}

const heard = (target: EventTarget, name: string): Promise<unknown> =>
  new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
