import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { SITE_RULES } from './site-rules.ts';

const ROOT = join(import.meta.dirname, '../../site');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.webm': 'video/webm',
};

/** A web of fixture pages. The browser under test sends every request here, so any host name works and nothing leaves the machine. */
export interface Site {
  port: number;
  /**
   * Address of a page of `test/site`. The default host is a secure context, as most of the web is;
   * `http://plain.example` is one that is not.
   */
  url(path: string, host?: string): string;
  /** Addresses asked for since the start or since `forget`, in order; what browsers ask for by themselves is left out. */
  requests(): string[];
  forget(): void;
  /** Cuts the network: each connection is dropped. Requests are still noted. */
  goOffline(): void;
  goOnline(): void;
  /**
   * Keeps requests for this path waiting until they are released: all, or only those that ask for the bytes and do not say
   * for which page, as Recto's background does; what is shown in a popup is no reading of bytes.
   */
  hold(path: string, which?: 'all' | 'of-background'): Hold;
  /** Answers this address from now on, beside what the folder holds. */
  serve(path: string, body: string | Buffer, headers?: Record<string, string>): void;
  /** Takes back all that a test has told it. */
  reset(): void;
  close(): Promise<void>;
}

/** Requests that are kept waiting. */
interface Hold {
  /** How many have come. */
  waiting(): number;
  release(): void;
}

/** Hosts browsers call by themselves; no page and no part of Recto asks them for anything. */
const BROWSER_MAKERS = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox|mozaws|mozgcp)\.(com|net|org)$/;

export async function startSite(): Promise<Site> {
  const served = new Map<string, { body: string | Buffer; headers: Record<string, string> }>();
  const held = new Map<string, { which: 'all' | 'of-background'; until: Promise<void>; waiting: number }>();
  let requests: string[] = [];
  let online = true;
  let releases: (() => void)[] = [];

  const note = ({ hostname, pathname, href }: URL, referrer: string | undefined): void => {
    // The browser asks for a page's icon at its own time, in the page's name; Recto's pages have no name to give.
    const isIcon = pathname === '/favicon.ico' && referrer !== undefined;
    if (!BROWSER_MAKERS.test(hostname) && !isIcon) requests.push(href);
  };

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const address = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    note(address, request.headers.referer);
    if (!online) return request.socket.destroy();
    const rule = SITE_RULES[address.pathname] ?? {};
    if (rule.redirect !== undefined) return response.writeHead(302, { location: rule.redirect }).end();
    const extra = served.get(address.pathname);
    const answer = rule.answer?.(request.headers.referer ?? null, request.headers.cookie ?? null) ?? {
      file: address.pathname,
    };
    if ('status' in answer) return response.writeHead(answer.status, { 'content-type': 'text/plain' }).end();
    const body = extra?.body ?? readPage(answer.file);
    if (body === null) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    const wait = held.get(address.pathname);
    if (wait && (wait.which === 'all' || isOfBackground(request))) {
      wait.waiting += 1;
      await wait.until;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(address.pathname)] ?? 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...rule.headers,
      ...extra?.headers,
    });
    return response.end(body);
  });
  // A CONNECT is the start of an https request. There is no https here; that it was asked for is what matters.
  server.on('connect', (request, socket) => {
    note(new URL(`https://${request.url ?? 'localhost'}`), undefined);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    port,
    url: (path, host = 'news.localhost') => `http://${host}${path}`,
    requests: () => [...requests],
    forget: () => {
      requests = [];
    },
    goOffline: () => {
      online = false;
      server.closeAllConnections();
    },
    goOnline: () => {
      online = true;
    },
    hold(path, which = 'all') {
      let release: () => void = () => undefined;
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      const hold = { which, until, waiting: 0 };
      held.set(path, hold);
      releases.push(release);
      return {
        waiting: () => hold.waiting,
        release: () => {
          held.delete(path);
          release();
        },
      };
    },
    reset() {
      for (const release of releases) release();
      releases = [];
      held.clear();
      served.clear();
      requests = [];
      online = true;
    },
    serve: (path, body, headers = {}) => void served.set(path, { body, headers }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const isOfBackground = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-mode'] === 'cors' && !headers.referer;

function readPage(path: string): Buffer | null {
  const file = join(ROOT, normalize(decodeURIComponent(path)));
  if (!file.startsWith(ROOT) || !existsSync(file) || !statSync(file).isFile()) return null;
  return readFileSync(file);
}
