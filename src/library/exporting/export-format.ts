/** What a library can be written as. `highlights` is Markdown with the highlights alone. */
export const EXPORT_FORMATS = ['markdown', 'epub', 'html', 'csv', 'highlights'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The words that go into files, in the language of the interface. */
export interface ExportWords {
  /** BCP 47 tag. */
  locale: string;
  listTitle: string;
  contents: string;
  highlights: string;
  original: string;
  openInPage: string;
  colours: { yellow: string; green: string; blue: string; pink: string };
}

export interface ExportRequest {
  format: ExportFormat;
  /** Only what has changed since its last export in this format. */
  onlyChanged: boolean;
  words: ExportWords;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** The file, how many articles are in it, and how many were left out: links that have no text yet, and what cannot be read. */
export interface ExportResult {
  /** Null when there is nothing to write. */
  file: Blob | null;
  name: string;
  written: number;
  withoutText: number;
  /** Articles whose text, or whose entry, the browser has lost or damaged. */
  unreadable: number;
  /** Kept pictures of the written articles whose bytes cannot be read: they are missing in the file. */
  picturesMissing: number;
}
