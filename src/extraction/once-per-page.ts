/** Gives a function that computes its answer once for each page, and remembers it as long as the page exists. */
export function oncePerPage<Answer extends object, More extends unknown[]>(
  find: (page: Document, ...more: More) => Answer,
): (page: Document, ...more: More) => Answer {
  const known = new WeakMap<Document, Answer>();
  return (page, ...more) => {
    const answer = known.get(page) ?? find(page, ...more);
    known.set(page, answer);
    return answer;
  };
}
