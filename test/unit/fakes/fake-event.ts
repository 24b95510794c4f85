/** An event of the WebExtension API: listeners are added, `fire` calls them and gives what they return. */
export class FakeEvent<Args extends unknown[]> {
  private readonly listeners = new Set<(...args: Args) => unknown>();

  addListener(listener: (...args: Args) => unknown): void {
    this.listeners.add(listener);
  }

  removeListener(listener: (...args: Args) => unknown): void {
    this.listeners.delete(listener);
  }

  hasListeners(): boolean {
    return this.listeners.size > 0;
  }

  fire(...args: Args): unknown[] {
    return [...this.listeners].map((listener) => listener(...args));
  }
}
