import { execFileSync } from 'node:child_process';

/** Text of all pages of a PDF in reading order, white space folded, ligatures taken apart. */
export function readPdfText(pdf: Uint8Array): string {
  const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
  return text.replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC')).replace(/\s+/g, ' ');
}
