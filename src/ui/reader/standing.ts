/** An article's body that has been laid out. A new object for each text, also where it stands in the same element. */
export interface Standing {
  body: HTMLElement;
}
