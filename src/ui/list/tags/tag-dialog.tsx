import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryReader, TagChange } from '../../../model/library.ts';
import type { SavedMetadata } from '../../../model/saved-article.ts';
import { foldName } from '../../../model/search/fold.ts';
import { sameTag, tagKey } from '../../../model/search/tag-key.ts';
import { isolateName } from '../../../model/text/isolate-name.ts';
import { useWords } from '../words-context.ts';
import { useTagChoice } from './use-tag-choice.ts';

/** Tags drawn at once; with 5,000 each key took half a second or more. */
const MOST_DRAWN = 200;

interface TagDialogProps {
  library: LibraryReader;
  /** What is tagged. */
  items: readonly SavedMetadata[];
  onDone(change: Required<TagChange>): void;
  onClose(): void;
  /**
   * What was ticked when the page goes away with the dialog open; absent where that drops it, as *Cancel* does. In the
   * popup any press elsewhere is such an end, and nobody means *Cancel* by it.
   */
  onLeave?: (change: Required<TagChange>) => void;
}

/**
 * The tags of one or many articles. Typing and Enter adds the first tag that fits, or a new one; Enter in the empty
 * field means Done. Done also adds what was typed last, unless that served to find a tag in the list. Of thousands of
 * tags the first are shown, with those of the articles; others appear when typed or asked for. Nothing is written
 * before Done, or before `onLeave`.
 */
export function TagDialog({ library, items, onDone, onClose, onLeave }: TagDialogProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const [told, setTold] = useState('');
  /** A tag in the list was pressed since the text was typed, so the text served to find it. */
  const isSearch = useRef(false);
  const tags = useTagChoice(library, items);
  useLeaving(onLeave && (() => onLeave(tags.change())));
  // Before the paint: what is typed at once is the name of a tag, not keys of the list.
  useLayoutEffect(() => dialog.current?.showModal?.(), []);
  // The button that showed the others has disappeared, so the first of them gets the focus.
  useLayoutEffect(() => {
    if (all) list.current?.querySelectorAll('input')[MOST_DRAWN]?.focus();
  }, [all]);
  const typed = text.trim();
  const { same, fitting } = fitTags(tags.names, typed);
  const drawn = all ? fitting : fitting.slice(0, MOST_DRAWN);
  const isNew = typed !== '' && same === undefined;

  const finish = () => {
    onDone(tags.change(typed === '' || isSearch.current ? null : (same ?? typed)));
    onClose();
  };
  const onEnter = () => {
    if (typed === '') return finish();
    // A button that was pressed for it disappears.
    field.current?.focus();
    const name = same ?? typed;
    const on = !tags.has(name);
    tags.set(name, on);
    setTold(t(on ? 'listTagOn' : 'listTagOff', isolateName(name, words.dir)));
    setText('');
  };

  return (
    <dialog ref={dialog} class="tag-dialog" aria-labelledby="tag-dialog-title tag-dialog-of" onClose={onClose}>
      <h2 id="tag-dialog-title">{t('listTags')}</h2>
      <p id="tag-dialog-of" class="tag-dialog-of" dir="auto">
        {items.length === 1 ? items[0]?.title : words.count('listSelected', items.length)}
      </p>
      <TagField
        fieldRef={field}
        text={text}
        onText={(typing) => {
          setText(typing);
          isSearch.current = false;
          // The same message may have to be announced again.
          setTold('');
        }}
        onEnter={onEnter}
      />
      {/* The field is empty again, and the tag stands below it, where only those who see it know of it. */}
      <p class="visually-hidden" role="status">
        {told}
      </p>
      <ul ref={list}>
        {isNew && <TagPress label={t('listTagNew', isolateName(typed, words.dir))} onPress={onEnter} />}
        {drawn.map((name) => (
          <TagChoice
            key={name}
            name={name}
            count={tags.count(name)}
            checked={tags.has(name)}
            partly={tags.isPartly(name)}
            onChange={(on) => {
              isSearch.current = true;
              tags.set(name, on);
            }}
          />
        ))}
        {drawn.length < fitting.length && (
          <TagPress label={t('importMore', words.number(fitting.length - drawn.length))} onPress={() => setAll(true)} />
        )}
      </ul>
      {tags.isComplete && tags.names.length === 0 && !isNew && <p class="tag-dialog-none">{t('listTagNone')}</p>}
      <p class="tag-dialog-end">
        <button type="button" onClick={finish}>
          {t('listDone')}
        </button>
        <button type="button" onClick={onClose}>
          {t('listCancel')}
        </button>
      </p>
    </dialog>
  );
}

/** Calls the last given function when the page goes away. */
function useLeaving(leave: (() => void) | undefined): void {
  const latest = useRef(leave);
  latest.current = leave;
  useLayoutEffect(() => {
    const onHide = () => latest.current?.();
    addEventListener('pagehide', onHide);
    return () => removeEventListener('pagehide', onHide);
  }, []);
}

/**
 * The tags that fit what is typed. The one with the `same` name is first: Enter takes it, and among hundreds it might
 * not be drawn.
 */
function fitTags(names: readonly string[], typed: string): { same: string | undefined; fitting: string[] } {
  const sought = foldName(typed);
  const same = typed === '' ? undefined : names.find((name) => sameTag(name, typed));
  const others = names.filter((name) => name !== same && tagKey(name).includes(sought));
  return { same, fitting: same === undefined ? others : [same, ...others] };
}

/** A line of the list that is no tag: makes a new one, or shows more. */
function TagPress({ label, onPress }: { label: string; onPress(): void }): JSX.Element {
  return (
    <li>
      <button type="button" class="tag-new" onClick={onPress}>
        {label}
      </button>
    </li>
  );
}

interface TagFieldProps {
  fieldRef: RefObject<HTMLInputElement | null>;
  text: string;
  onText(text: string): void;
  onEnter(): void;
}

/** The field for a tag's name. */
function TagField({ fieldRef, text, onText, onEnter }: TagFieldProps): JSX.Element {
  const { t } = useWords();
  return (
    <input
      ref={fieldRef}
      type="text"
      value={text}
      placeholder={t('listTagAdd')}
      aria-label={t('listTagAdd')}
      maxLength={100}
      autocomplete="off"
      spellcheck={false}
      dir={text === '' ? undefined : 'auto'}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        // A key that is held a little too long would add the tag and then, in the empty field, mean Done.
        if (!event.repeat) onEnter();
      }}
    />
  );
}

interface TagChoiceProps {
  name: string;
  count: number;
  checked: boolean;
  /** Some of the articles have it. */
  partly: boolean;
  onChange(on: boolean): void;
}

function TagChoice({ name, count, checked, partly, onChange }: TagChoiceProps): JSX.Element {
  const words = useWords();
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={checked}
          ref={(input) => {
            if (input) input.indeterminate = partly;
          }}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <bdi>{name}</bdi>
        {count > 0 && <span class="tag-count">{words.number(count)}</span>}
      </label>
    </li>
  );
}
