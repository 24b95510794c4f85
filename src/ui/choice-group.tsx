export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** Language of the label, when it is not the interface's. */
  lang?: string;
  /** Extra class of the label, for a sample of what is chosen. */
  sample?: string;
  /** Shows a sample in this theme's colours instead of the label, which stays as name and tooltip. */
  swatch?: string;
}

interface ChoiceGroupProps<Value extends string> {
  /** Name of the group, which no other on the page has; shown unless `hideLabel`. */
  label: string;
  hideLabel?: boolean;
  choices: readonly Choice<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
}

/** Enter on a choice would otherwise reload the page, or close the dialog that it is in. */
const stay = (event: Event): void => event.preventDefault();

/**
 * A choice of one among a few, as native radio buttons in a row: arrow keys and screen readers work by themselves.
 *
 * - The group is named by its label: `useId` gives the same id twice when a root is drawn again from within another, as
 *   the overlay's controls are.
 * - The buttons are in a form, which Enter does not submit. Without a form, Chromium keeps them in memory, with
 *   everything around them, for as long as the shadow tree exists that they were removed from.
 */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { label, hideLabel, choices, value, onChoose } = props;
  return (
    <fieldset class="choices">
      <legend class={hideLabel ? 'visually-hidden' : 'choices-label'}>{label}</legend>
      <form class="choices-row" onSubmit={stay}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            class={`choice ${choice.sample ?? ''}`}
            title={choice.swatch && choice.label}
            data-swatch={choice.swatch}
          >
            <input
              type="radio"
              name={label}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            {choice.swatch && (
              <span class="recto swatch" data-theme={choice.swatch} aria-hidden="true">
                Aa
              </span>
            )}
            <span class={choice.swatch ? 'visually-hidden' : 'choice-label'} lang={choice.lang}>
              {choice.label}
            </span>
          </label>
        ))}
      </form>
    </fieldset>
  );
}
