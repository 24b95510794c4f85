import { createInterface } from 'node:readline';
import type { ErrorCode } from '../../src/model/errors/error-code.ts';

/** Stands in where the address of a page is not known; nothing is ever fetched from it. */
const UNKNOWN_ADDRESS = 'https://page.example/';

/** One line of input: a page that was stored as a file, and the address it came from. */
export interface PageRequest {
  id: string | number | null;
  url: string;
  file: string;
}

/** A line that is not a request; `id` is kept when it could be read. */
export interface BadRequest {
  id: string | number | null;
  error: { code: ErrorCode; message: string };
}

/** Reads JSON lines. Blank lines are passed over; a line that is wrong becomes a `BadRequest`, never an end. */
export async function* readRequests(input: NodeJS.ReadableStream): AsyncGenerator<PageRequest | BadRequest> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text !== '') yield parseRequest(text, number);
  }
}

export function parseRequest(line: string, number: number): PageRequest | BadRequest {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refuse(null, `line ${number} is not JSON`);
  }
  if (typeof value !== 'object' || value === null) return refuse(null, `line ${number} is not an object`);
  const { id, url, file } = value as Record<string, unknown>;
  const known = typeof id === 'string' || typeof id === 'number' ? id : null;
  if (typeof file !== 'string' || file === '') return refuse(known, `line ${number} has no "file"`);
  return { id: known, url: addressOf(url), file };
}

/** A page without a usable address is read all the same: only its links and its site's name depend on it. */
function addressOf(url: unknown): string {
  if (typeof url !== 'string') return UNKNOWN_ADDRESS;
  const given = /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(url.trim()) ? `https://${url.trim()}` : url.trim();
  return URL.canParse(given) && !given.startsWith('file:') ? given : UNKNOWN_ADDRESS;
}

const refuse = (id: BadRequest['id'], message: string): BadRequest => ({ id, error: { code: 'bad-message', message } });
