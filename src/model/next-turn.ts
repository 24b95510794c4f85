/**
 * Resolves once the page has dealt with what was waiting. By message: timers of a tab in the back come once a second only,
 * `scheduler.yield` goes on before others who wait, and Firefox before 142 has none.
 */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
