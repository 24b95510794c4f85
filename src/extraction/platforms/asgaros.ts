import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Asgaros, a forum for WordPress.
 *
 * It holds each post a second time, hidden, for quoting.
 */
export const asgaros: ThreadPlatform = ['.post-element', '.post-message', '.post-username', '', '[id^="post-quote"]'];
