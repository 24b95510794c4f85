/** The last readable segment of the path, else the host. */
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
