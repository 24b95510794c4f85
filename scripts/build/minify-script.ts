import { type MinifyOptions, minify } from 'uglify-js';
import { minifySync } from 'vite';
import { moveVariablesToParameters } from './move-variables-to-parameters.ts';

/**
 * Options that are safe for any script in one function. What one pass shortens may let the next one shorten more; from
 * the sixth on nothing changes. A function of several statements is not inlined (level 4): within a loop its variables
 * would be reset one by one.
 */
const OPTIONS: MinifyOptions = { compress: { passes: 6, inline: 3 } };

/**
 * Minifies a self-contained script with Vite's own minifier and then with UglifyJS, which joins more statements,
 * inlines more functions and saves another 1 to 3 %. The script remains one function, so that nothing becomes global.
 * Throws when the script cannot be parsed.
 */
export function minifyScript(code: string): string {
  const minified = minifySync('script.js', code, { module: false, compress: true, mangle: true }).code;
  const result = minify(moveVariablesToParameters(minified), OPTIONS);
  if (result.error) throw result.error;
  return result.code;
}
