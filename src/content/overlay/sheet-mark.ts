/**
 * A rule that changes nothing, by which `removeLeftover` of a later version knows the sheets that full view has put into
 * the page's document. It stays as it is: versions that are out write it.
 */
export const SHEET_MARK = '@layer recto;';
