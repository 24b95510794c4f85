/** Where relative addresses of a page that was parsed, not opened, start: at what it says, seen from its own address. */
export function baseOf(page: Document, url: string): string {
  const said = page.querySelector('base[href]')?.getAttribute('href') ?? '';
  return URL.canParse(said, url) ? new URL(said, url).href : url;
}
