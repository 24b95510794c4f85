/** Puts pictures back in place of the frames of those that are not kept: what a frame says is not of the article. */
export function unframePictures(body: ParentNode): void {
  for (const frame of body.querySelectorAll<HTMLElement>('.missing')) {
    const description = frame.getAttribute('aria-label') ?? '';
    const address = frame.dataset['src'];
    if (address === undefined) {
      frame.replaceWith(description);
      continue;
    }
    const picture = frame.ownerDocument.createElement('img');
    picture.alt = description;
    // Not `src`: it would be fetched.
    picture.dataset['src'] = address;
    frame.replaceWith(picture);
  }
}
