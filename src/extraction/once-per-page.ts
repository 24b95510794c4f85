/** Makes a question about a page one that is worked out when it is first asked, and remembered as long as the page is. */
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
