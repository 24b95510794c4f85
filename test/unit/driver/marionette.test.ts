import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Marionette } from '../../browser/driver/marionette.ts';

const packet = (message: unknown): string => {
  const text = JSON.stringify(message);
  return `${text.length}:${text}`;
};
let server: Server;
let sockets: Socket[];
let port: number;

/** Greets as Firefox does, answers `ping`, and ends the connection at any other command. */
beforeEach(async () => {
  sockets = [];
  server = createServer((socket) => {
    sockets.push(socket);
    socket.write(packet({ applicationType: 'gecko' }));
    socket.on('data', (chunk) => {
      if (chunk.includes('ping')) socket.write(packet([1, 1, null, { value: 'pong' }]));
      else socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

test('a connection that ends rejects waiting calls, and later ones at once', async () => {
  const marionette = await Marionette.connect(port);
  expect(await marionette.send('ping')).toEqual({ value: 'pong' });
  await expect(marionette.send('crash')).rejects.toThrow('Firefox closed the connection');
  await expect(marionette.send('ping')).rejects.toThrow('Firefox closed the connection');
});
