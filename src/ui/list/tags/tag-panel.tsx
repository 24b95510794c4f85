import type { ComponentProps, JSX } from 'preact';
import { TagDialog } from './tag-dialog.tsx';
import '../list.css';
import './tags.css';

/** The dialog of tags where there is no list around it. Loaded when it is wanted: the article does not wait for it. */
export function TagPanel(props: ComponentProps<typeof TagDialog>): JSX.Element {
  return (
    <div class="list-view tag-panel">
      <TagDialog {...props} />
    </div>
  );
}
