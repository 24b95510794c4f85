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

/** What the size control steps through, in percent of the surface's base. */
export const SIZE_STEPS = [80, 90, 100, 110, 120, 135, 150, 175, 200, 250, 300, 400] as const;
/** Steps of the measure, in percent. */
export const WIDTH_STEPS = [60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160] as const;
/** Steps of the line height, in percent of the script's own. */
export const LINE_STEPS = [80, 90, 100, 110, 120, 130, 140, 150] as const;
/** Steps of the space added between letters, in hundredths of an em; 12 is what WCAG 1.4.12 asks to bear. */
export const LETTER_STEPS = [0, 2, 4, 6, 9, 12, 16, 20] as const;
/** Steps of the space added between words, in hundredths of an em; 16 is what WCAG 1.4.12 asks to bear. */
export const WORD_STEPS = [0, 8, 16, 24, 36, 48, 60] as const;
/** Steps of the speed of reading aloud, in percent. */
export const SPEED_STEPS = [50, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;
