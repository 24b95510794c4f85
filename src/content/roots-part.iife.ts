/** Defines the optional part `roots` in the page's isolated world. */
import { keepZoom } from '../ui/parts/keep-zoom.ts';
import { watchRoots } from '../ui/parts/watch-roots.ts';
import { definePart } from './part-scope.ts';

definePart('roots', (host, onToggle, look, signal) => {
  if (!signal.aborted) keepZoom(host, signal);
  watchRoots(host, onToggle, look, signal);
});
