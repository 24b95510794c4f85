import { execFileSync } from 'node:child_process';

/** Text of each page of a PDF in reading order, white space folded, ligatures taken apart. */
export function readPdfPages(pdf: Uint8Array): string[] {
  const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
  const plain = text.replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'));
  // A form feed ends each page, the last too.
  return plain
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim());
}
