/**
 * Node has Web Locks from 24.5 on (https://nodejs.org/api/worker_threads.html#locks), which all files of a process share:
 * a lock of a worker that a test has ended is held for good, and the next file waits. Tests bring locks of their own.
 */
if (typeof navigator !== 'undefined' && 'locks' in navigator)
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
