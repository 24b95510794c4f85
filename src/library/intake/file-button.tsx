import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';

interface FileButtonProps {
  label: string;
  disabled: boolean;
  primary?: boolean;
  onFile(file: File): void;
}

/** A button that asks the browser for one file of any name: what is in it tells what it is. */
export function FileButton({ label, disabled, primary, onFile }: FileButtonProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...{ label, disabled }} primary={primary ?? false} onPress={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) onFile(chosen);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
