/** What a template writes where there is no description. */
const NOTHING = /^(?:null|undefined|none|image|img|photo|picture)$/i;
/** The name of a file: with its ending, or a camera's. */
const FILE = /^\S*\.(?:jpe?g|png|webp|gif|avif|svg|heic|tiff?)$|^(?:IMG|DSC|DSCN|DSCF|PXL|P)[-_]?\d{3,}\S*$/i;

/** The description of a picture for people; empty where its alternative text only repeats a file's name or says nothing. */
export function pictureDescription(image: HTMLImageElement): string {
  const text = image.alt.trim();
  return NOTHING.test(text) || FILE.test(text) ? '' : text;
}
