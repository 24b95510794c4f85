/** An article's body that has been laid out. It is a new object for each text, even if that is in the same element. */
export interface Standing {
  body: HTMLElement;
}
