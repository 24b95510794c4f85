import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { LONGEST_NOTE } from '../../model/highlights/highlight.ts';

interface NoteFieldProps {
  label: string;
  note: string;
  /**
   * Called when typing pauses and when the field is left, with the note as it was before, so that nothing typed is
   * lost.
   */
  onWrite: (note: string, before: string) => void;
}

/** How long typing must have stopped before the note is stored. */
const REST_MS = 500;
/** After this time it is stored even without a pause, so that a crash of the browser costs no more of it. */
const LONGEST_MS = 3000;

/** Where a note is typed. It has the focus at once. */
export function NoteField({ label, note, onWrite }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const timer = useRef(0);
  /** When the first letter was typed that is not stored yet. */
  const since = useRef(0);
  const written = useRef(note);
  const typed = useRef(note);
  const write = useRef(onWrite);
  write.current = onWrite;
  const keep = () => {
    clearTimeout(timer.current);
    if (typed.current === written.current) return;
    const before = written.current;
    written.current = typed.current;
    write.current(typed.current, before);
  };
  // Before the paint, so that what is typed at once goes into the note and is no key of the reader, and is stored
  // however soon the field closes.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(note.length, note.length);
    const view = field.current?.ownerDocument.defaultView;
    view?.addEventListener('pagehide', keep);
    return () => {
      view?.removeEventListener('pagehide', keep);
      keep();
    };
  }, []);
  // Another window may have written to the note. What is typed on would replace that text with what was here before.
  // What is being typed here stays.
  useEffect(() => {
    if (typed.current !== written.current || note === written.current) return;
    written.current = note;
    typed.current = note;
    if (field.current) field.current.value = note;
  }, [note]);
  return (
    <textarea
      ref={field}
      class="highlight-field"
      aria-label={label}
      rows={3}
      maxLength={LONGEST_NOTE}
      defaultValue={note}
      dir="auto"
      onInput={(event) => {
        if (typed.current === written.current) since.current = performance.now();
        typed.current = event.currentTarget.value;
        if (performance.now() - since.current >= LONGEST_MS) return keep();
        clearTimeout(timer.current);
        timer.current = window.setTimeout(keep, REST_MS);
      }}
      onBlur={keep}
    />
  );
}
