import { vi } from 'vitest';

/** Has whoever listens to the window take what a test dispatches there for the browser's own, which no script can. */
export function trustEvents(): void {
  const listen = window.addEventListener.bind(window);
  vi.spyOn(window, 'addEventListener').mockImplementation((type, listener, options) => {
    const hear = (event: Event) => {
      const trusted = new Proxy(event, { get: (_, key) => key === 'isTrusted' || Reflect.get(event, key) });
      if (typeof listener === 'function') listener.call(window, trusted);
      else listener.handleEvent(trusted);
    };
    listen(type, hear, options);
  });
}
