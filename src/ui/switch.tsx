interface SwitchProps {
  label: string;
  /** A second, quiet line: what it is for. */
  why?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off, with a native checkbox. */
export function Switch({ label, why, checked, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {why && <small>{why}</small>}
      </span>
    </label>
  );
}
