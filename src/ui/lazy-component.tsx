import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is loaded when it is first drawn; nothing stands in its place until then. */
export function lazyComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => JSX.Element | null {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props) {
    const [Found, setFound] = useState<{ component: ComponentType<Props> } | null>(
      loaded ? { component: loaded } : null,
    );
    useEffect(() => {
      if (Found) return;
      void load().then((component) => {
        loaded = component;
        setFound({ component });
      });
    }, [Found]);
    return Found && <Found.component {...props} />;
  };
}
