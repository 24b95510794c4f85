import { render } from 'preact';

render(<p>Recto</p>, document.body);
