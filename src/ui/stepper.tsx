import { Button } from './button.tsx';

interface StepperProps {
  label: string;
  /** What stands between the buttons, such as "110%". */
  display: string;
  value: number;
  /** The values it steps through, rising. */
  steps: readonly number[];
  lessLabel: string;
  moreLabel: string;
  lessKey?: string | undefined;
  moreKey?: string | undefined;
  onChange: (value: number) => void;
}

/** A value between a minus and a plus; says its new value to screen readers. */
export function Stepper(props: StepperProps) {
  const { label, display, value, steps, lessLabel, moreLabel, onChange } = props;
  const less = stepFrom(steps, value, -1);
  const more = stepFrom(steps, value, 1);
  return (
    <fieldset class="stepper">
      <legend class="stepper-label">{label}</legend>
      <Button
        icon="minus"
        show="icon"
        label={lessLabel}
        keyHint={props.lessKey}
        disabled={less === value}
        onPress={() => onChange(less)}
      />
      <output class="stepper-value" aria-live="polite">
        {display}
      </output>
      <Button
        icon="plus"
        show="icon"
        label={moreLabel}
        keyHint={props.moreKey}
        disabled={more === value}
        onPress={() => onChange(more)}
      />
    </fieldset>
  );
}

/** The next of `steps` (rising) above or below `value`; `value` itself at the end of the scale. */
export function stepFrom(steps: readonly number[], value: number, direction: 1 | -1): number {
  const beyond = steps.filter((step) => (direction > 0 ? step > value : step < value));
  return (direction > 0 ? beyond[0] : beyond.at(-1)) ?? value;
}
