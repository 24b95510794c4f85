/** A title for a page without one: the last segment of the path with spaces for dashes, else the host. */
export function titleFromAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, hostname } = new URL(url);
  const segment = pathname.split('/').findLast(Boolean) ?? '';
  return (
    segment
      .replace(/\.\w{1,5}$/, '')
      .replace(/[-_+]+/g, ' ')
      .trim() ||
    hostname ||
    url
  );
}
