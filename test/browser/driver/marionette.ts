import { connect, type Socket } from 'node:net';

/** What commands are about: Firefox's own windows, or the pages in them. */
type Context = 'chrome' | 'content';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Client for Marionette, the protocol Firefox itself speaks: JSON arrays over TCP, each with its length in front.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;
  #context: Context | null = null;
  /** Why nothing is answered any more. */
  #failure: Error | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('close', () => this.#fail(new Error('Firefox closed the connection')));
    socket.on('error', (error) => this.#fail(error));
  }

  /** Connects and waits for the server's greeting. */
  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    const client = new Marionette(socket);
    await new Promise<void>((resolve, reject) => {
      client.#waiting.set(0, { resolve: () => resolve(), reject });
      socket.on('data', (chunk) => client.#receive(chunk));
    });
    return client;
  }

  /** Asks Firefox; throws what it answers, or that the connection has ended, also when it had before. */
  async send(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    if (this.#failure) throw this.#failure;
    this.#lastId += 1;
    const id = this.#lastId;
    const packet = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(Buffer.concat([Buffer.from(`${packet.length}:`), packet]));
    });
  }

  /** Makes the commands that follow be about this. Sends nothing if the earlier ones already were. */
  async setContext(value: Context): Promise<void> {
    if (this.#context === value) return;
    await this.send('Marionette:SetContext', { value });
    this.#context = value;
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const start = colon + 1;
      const end = start + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(start, end).toString());
      this.#received = this.#received.subarray(end);
      this.#dispatch(message);
    }
  }

  /** A response is `[1, id, error, result]`; the greeting is an object. */
  #dispatch(message: unknown): void {
    const [, id, error, result] = Array.isArray(message) ? message : [1, 0, null, message];
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
