import type { Translate } from '../../../model/message-key.ts';
import { textDirection } from '../../../model/text/text-direction.ts';
import { Button, type ButtonProps } from '../../button.tsx';
import { keyName, READER_KEYS, type ReaderAction } from '../reader-keys.ts';

type ActionButtonProps = Omit<ButtonProps, 'label' | 'keyHint' | 'onPress'> & {
  action: ReaderAction;
  translate: Translate;
  /** Replaces the action's own name, as "Saved" does "Save". */
  label?: string | undefined;
  run: (action: ReaderAction) => void;
  /** Whether letters are keys, as the person has set. */
  letterKeys?: boolean;
};

/** The control of an action, named after the table of keys and showing its key in the tooltip. */
export function ActionButton({ action, translate, label, run, letterKeys, ...rest }: ActionButtonProps) {
  const entry = READER_KEYS.find((key) => key.action === action);
  const name = label ?? (entry ? translate(entry.label) : action);
  return (
    <Button
      {...rest}
      label={name}
      keyHint={keyName(action, textDirection(translate('localeTag')), letterKeys)}
      onPress={() => run(action)}
    />
  );
}
