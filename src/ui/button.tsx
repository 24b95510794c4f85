import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  /** What it does, in the interface language: its visible text, or its name and tooltip when only the icon shows. */
  label: string;
  /** Its name for screen readers when the visible text says too little; must contain that text (WCAG 2.5.3). */
  name?: string | undefined;
  /** The key that does the same, shown in the tooltip. */
  keyHint?: string | undefined;
  icon?: IconName;
  /** `text` shows the label, `icon` the icon alone; `both` shows both. */
  show?: 'text' | 'icon' | 'both';
  /** The one thing the person most likely wants. */
  primary?: boolean;
  /** Draws the icon filled and in red: active or done. */
  active?: boolean;
  /** State of a button that opens something. */
  expanded?: boolean | undefined;
  /** State of a button that stays in. */
  pressed?: boolean | undefined;
  /** Does nothing when pressed. It keeps the focus, which browsers take from a `disabled` one, and arrow keys with it. */
  disabled?: boolean;
  children?: ComponentChildren;
  onPress: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
}

/** The one button of every surface. */
export function Button(props: ButtonProps) {
  const { label, keyHint, icon, show = icon ? 'both' : 'text', primary, active, expanded, pressed, disabled } = props;
  const onlyIcon = show === 'icon';
  const name = props.name ?? label;
  const hint = keyHint ? `${name} (${keyHint})` : name;
  return (
    <button
      type="button"
      class="button"
      data-show={show}
      data-primary={primary || undefined}
      data-active={active || undefined}
      aria-label={onlyIcon || props.name ? name : undefined}
      aria-expanded={expanded}
      aria-pressed={pressed}
      title={onlyIcon || keyHint ? hint : undefined}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : props.onPress}
    >
      {icon && show !== 'text' && <Icon name={icon} filled={active ?? false} />}
      {props.children}
      {!onlyIcon && <span class="button-label">{label}</span>}
    </button>
  );
}
