/**
 * Resolves once the document has its body and its style sheets. A sheet that fails to load does not keep the page
 * blank. A page's script is `async` and runs before that: its requests need not wait, only its drawing.
 */
export async function documentStyled(): Promise<void> {
  if (document.readyState === 'loading') await heard(document, 'DOMContentLoaded');
  const coming = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => !sheet);
  // A sheet that failed earlier fires no more events. The window's `load` comes after every sheet has loaded or failed.
  if (coming.length === 0 || document.readyState === 'complete') return;
  await Promise.race([heard(window, 'load'), Promise.all(coming.map((link) => heard(link, 'load')))]);
}

const heard = (target: EventTarget, name: string): Promise<unknown> =>
  new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
