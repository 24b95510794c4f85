import type { ComponentProps, JSX } from 'preact';
import { TagDialog } from '../ui/list/tag-dialog.tsx';
import '../ui/list/list.css';
import '../ui/list/tags.css';

/** The tags of what was just saved, or is kept already. Loaded when it is wanted: the article does not wait for it. */
export function TagPanel(props: ComponentProps<typeof TagDialog>): JSX.Element {
  return (
    <div class="list-view popup-tags">
      <TagDialog {...props} />
    </div>
  );
}
