import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import { ErrorNotice } from './list/error-notice.tsx';

interface LazyProps {
  /** Called if the code cannot be loaded, instead of saying so in place of the component. */
  onUnloaded?: (thrown: unknown) => void;
}

/**
 * A component whose code is loaded when it is first drawn. Until then nothing stands in its place; if it cannot be
 * loaded, the reason does.
 */
export function lazyComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props & LazyProps) => JSX.Element | null {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props) {
    const [Found, setFound] = useState<{ component: ComponentType<Props> } | null>(
      loaded ? { component: loaded } : null,
    );
    const [error, setError] = useState<RectoError | null>(null);
    useEffect(() => {
      if (Found) return;
      load().then(
        (component) => {
          loaded = component;
          setFound({ component });
        },
        props.onUnloaded ?? ((thrown) => setError(asRectoError(thrown))),
      );
    }, [Found]);
    return Found ? <Found.component {...props} /> : error && <ErrorNotice error={error} />;
  };
}
