/**
 * Stands for `preact/hooks` where effects are late: those that come after the paint come 700 ms after it. Plain JavaScript,
 * since the file that it passes on has no types at that place.
 */
import { options } from 'preact';

export * from '../../node_modules/preact/hooks/dist/hooks.mjs';

options.requestAnimationFrame = (runEffects) => setTimeout(runEffects, 700);
