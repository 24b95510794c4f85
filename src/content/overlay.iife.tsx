import { render } from 'preact';

Object.assign(globalThis, { rectoOverlay: { open: () => render(<p>Recto</p>, document.body) } });
