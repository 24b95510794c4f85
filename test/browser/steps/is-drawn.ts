/**
 * Runs in a page: whether a highlight looks different from the text around it, that is, whether its style sheet is
 * there.
 */
export function isDrawn(name: string): boolean {
  const [range] = CSS.highlights.get(name) ?? [];
  const { startContainer } = range ?? {};
  const around = startContainer instanceof Element ? startContainer : startContainer?.parentElement;
  if (!around) return false;
  const [plain, marked] = [getComputedStyle(around), getComputedStyle(around, `::highlight(${name})`)];
  return marked.color !== plain.color || marked.backgroundColor !== plain.backgroundColor;
}
