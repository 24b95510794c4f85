import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TagCount } from '../model/library.ts';
import { LONGEST_TAG } from '../model/search/tag-key.ts';
import { isSecondPress } from '../ui/is-second-press.ts';
import { useWords } from '../ui/list/words-context.ts';
import { tagHref } from './library-rail.tsx';

interface TagRowProps {
  tag: TagCount;
  /** `isLeft`: the person has gone elsewhere by then. */
  onRename(tag: TagCount, to: string, isLeft: boolean): void;
  onDelete(tag: TagCount): void;
}

/** One tag: its articles, how many, and what can be done with it. */
export function TagRow({ tag, onRename, onDelete }: TagRowProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const [editing, setEditing] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  const isReturning = useRef(false);
  useLayoutEffect(() => {
    if (!editing && isReturning.current) renameButton.current?.focus();
    isReturning.current = false;
  }, [editing]);
  const finish = (to: string | null, isLeft = false) => {
    setEditing(false);
    if (to !== null && to.trim() !== '' && to.trim() !== tag.name) onRename(tag, to.trim(), isLeft);
    // Whoever left the field by Tab or a click is elsewhere by now.
    else isReturning.current = !isLeft;
  };
  if (editing) {
    return (
      <li>
        <NameField name={tag.name} label={t('listActionOn', t('tagRename'), tag.name)} onDone={finish} />
      </li>
    );
  }
  return (
    <li data-row={tag.name}>
      <a href={tagHref(tag.name)}>
        <bdi>{tag.name}</bdi>
      </a>
      <span class="rail-count">{words.number(tag.count)}</span>
      <span class="row-actions">
        <button
          ref={renameButton}
          type="button"
          aria-label={t('listActionOn', t('tagRename'), tag.name)}
          onClick={() => setEditing(true)}
        >
          {t('tagRename')}
        </button>
        <button
          type="button"
          aria-label={t('listActionOn', t('listDelete'), tag.name)}
          onClick={(event) => isSecondPress(event) || onDelete(tag)}
        >
          {t('listDelete')}
        </button>
      </span>
    </li>
  );
}

/**
 * Enter and leaving the field take the name, also when the whole part is left, as by the browser's Back: Firefox says
 * nothing of the focus then. Escape leaves the tag as it was, which null says.
 */
function NameField({
  name,
  label,
  onDone,
}: {
  name: string;
  label: string;
  onDone(to: string | null, isLeft?: boolean): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const end = (to: string | null, isLeft?: boolean) => {
    if (!done.current) onDone(to, isLeft);
    done.current = true;
  };
  useLayoutEffect(() => {
    const field = input.current;
    field?.focus();
    field?.select();
    return () => end(field?.value ?? null, true);
  }, []);
  return (
    <input
      ref={input}
      class="tag-name"
      aria-label={label}
      defaultValue={name}
      maxLength={LONGEST_TAG}
      dir="auto"
      onBlur={(event) => end(event.currentTarget.value, true)}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter') end(event.currentTarget.value);
        if (event.key === 'Escape') end(null);
      }}
    />
  );
}
