import type { ComponentChildren } from 'preact';

/** What a notice offers to do, in a line of a surface or in the card of a page. */
export interface NoticeAction {
  label: string;
  onPress: () => void;
}

interface NoticeLineProps {
  /** One sentence. */
  text: ComponentChildren;
  /** What can be done about it, in order. */
  actions?: readonly NoticeAction[];
  /** Interrupts a screen reader; everything else waits its turn. */
  role?: 'alert' | undefined;
  children?: ComponentChildren;
}

/**
 * One line that says what happened and what can be done: "Changed since 3 May: Update copy · Open saved copy". Unless
 * it is an alert, put it into an element of role `status` that existed before it: browsers announce changes in such a
 * region, not its arrival (https://tetralogical.com/blog/2024/05/01/why-are-my-live-regions-not-working).
 */
export function NoticeLine({ text, actions = [], role, children }: NoticeLineProps) {
  return (
    <div class="notice" role={role}>
      <span class="notice-text">{text}</span>
      {actions.map(({ label, onPress }) => (
        // An offer after a press stands in the same place: the second half of a double click would take it back.
        <button type="button" class="link-button" key={label} onClick={({ detail }) => detail < 2 && onPress()}>
          {label}
        </button>
      ))}
      {children}
    </div>
  );
}
