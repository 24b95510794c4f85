import { vi } from 'vitest';
import { PATIENCE } from '../browser/driver/wait-until.ts';

/** The runner gives a condition one second, which a busy machine may take for anything. */
const { waitFor } = vi;
vi.waitFor = (ask, options) => waitFor(ask, typeof options === 'number' ? options : { timeout: PATIENCE, ...options });
