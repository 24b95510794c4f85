/** What asks the search for the items with a tag, whatever is in its name. */
export const tagQuery = (tag: string): string => `tag:"${tag.replaceAll('"', '""')}"`;
