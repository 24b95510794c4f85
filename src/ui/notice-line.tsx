import type { ComponentChildren } from 'preact';

export interface NoticeAction {
  label: string;
  onPress: () => void;
}

interface NoticeLineProps {
  /** One sentence. */
  text: string;
  /** What can be done about it, in order. */
  actions?: readonly NoticeAction[];
  /** `alert` interrupts a screen reader; everything else waits its turn. */
  role?: 'status' | 'alert' | undefined;
  children?: ComponentChildren;
}

/** One line that says what happened and what can be done: "Changed since 3 May: Update copy · Open saved copy". */
export function NoticeLine({ text, actions = [], role = 'status', children }: NoticeLineProps) {
  return (
    <div class="notice" role={role}>
      <span class="notice-text">{text}</span>
      {actions.map(({ label, onPress }) => (
        <button type="button" class="link-button" key={label} onClick={onPress}>
          {label}
        </button>
      ))}
      {children}
    </div>
  );
}
