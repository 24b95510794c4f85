/**
 * The oldest browsers that Recto runs in, as a build's `target`. Browsers, not a year: scripts and style sheets are left
 * as they are written, `light-dark()` included, and the separate builds of the injected scripts take this one setting
 * along.
 */
export const TARGET_BROWSERS = ['chrome148', 'firefox140'];
