import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../../model/errors/as-recto-error.ts';
import type { RectoError } from '../../model/errors/recto-error.ts';
import { isSecondPress } from '../../ui/is-second-press.ts';
import { ErrorNotice } from '../../ui/list/error-notice.tsx';
import { useWords } from '../../ui/list/words-context.ts';
import type { ArticleFetching } from './article-fetching.ts';
import type { FetchStatus } from './fetch-standing.ts';

/** The progress of fetching articles, with its actions; nothing while there is none. Says why an action failed. */
export function FetchNotice({ fetching }: { fetching: ArticleFetching }): JSX.Element | null {
  const { phase, error, ...counts } = useFetching(fetching);
  // A failure in an earlier phase is no longer shown.
  const [refused, setRefused] = useState<{ in: FetchStatus['phase']; error: RectoError } | null>(null);
  if (phase === 'off') return null;
  const act = (work: () => Promise<void>) => () => {
    setRefused(null);
    work().catch((thrown) => setRefused({ in: phase, error: asRectoError(thrown) }));
  };
  const told = refused?.in === phase ? refused.error : error;
  return (
    <>
      {told && <ErrorNotice error={told} />}
      <Standing {...{ phase, fetching, act }} {...counts} />
    </>
  );
}

interface StandingProps extends Pick<FetchStatus, 'left' | 'done'> {
  phase: Exclude<FetchStatus['phase'], 'off'>;
  fetching: ArticleFetching;
  act(work: () => Promise<void>): () => void;
}

/** The phase it is in, with what can be done there. */
function Standing({ phase, left, done, fetching, act }: StandingProps): JSX.Element {
  const words = useWords();
  const { t, number } = words;
  const pause: NoticeAction = { does: 'go', label: t('fetchPause'), onPress: act(fetching.pause) };
  const resume: NoticeAction = { does: 'go', label: t('fetchResume'), onPress: act(fetching.resume) };
  const again: NoticeAction = { does: 'go', label: t('listTryAgain'), onPress: act(fetching.resume) };
  const allow: NoticeAction = { does: 'go', label: t('permissionAllow'), onPress: act(fetching.begin) };
  const stop: NoticeAction = { does: 'stop', label: t('fetchStop'), onPress: act(fetching.stop) };
  switch (phase) {
    case 'running':
      return (
        <Notice
          text={t('fetchWorking', number(done), number(left))}
          done={done}
          total={done + left}
          actions={[pause, stop]}
        />
      );
    case 'waiting':
      return <Notice text={t('fetchElsewhere', number(left))} actions={[pause]} />;
    case 'paused':
      return <Notice text={t('fetchPaused', number(left))} actions={[resume, stop]} />;
    case 'no-access':
      return <Notice text={t('fetchNoAccess', number(left))} actions={[allow, stop]} />;
    case 'unanswered':
      return <Notice text={words.count('fetchUnanswered', left)} actions={[again, stop]} />;
    case 'failed':
      return <Notice text={t('fetchPaused', number(left))} actions={[again, stop]} />;
  }
}

interface NoticeAction {
  /** Goes on or pauses, in one button, which keeps the focus when pressed; or ends it. */
  does: 'go' | 'stop';
  label: string;
  onPress(): void;
}

interface NoticeProps {
  text: string;
  done?: number;
  total?: number;
  actions: readonly NoticeAction[];
}

function Notice({ text, done = 0, total = 0, actions }: NoticeProps): JSX.Element {
  return (
    <div class="list-notice work" role="status">
      {total > 0 && <progress value={done} max={total} aria-label={text} />}
      {/* Where it stands is said; each number on the way is not. */}
      <p aria-live={total > 0 ? 'off' : undefined}>{text}</p>
      <p class="list-notice-actions">
        {actions.map(({ does, label, onPress }) => (
          <button type="button" class="link-button" key={does} onClick={(event) => isSecondPress(event) || onPress()}>
            {label}
          </button>
        ))}
      </p>
    </div>
  );
}

/** The status of fetching articles, kept up to date. */
export function useFetching(fetching: ArticleFetching): FetchStatus {
  const [status, setStatus] = useState(fetching.status);
  useEffect(() => {
    const end = new AbortController();
    setStatus(fetching.status());
    fetching.watch(() => setStatus(fetching.status()), end.signal);
    return () => end.abort();
  }, [fetching]);
  return status;
}
