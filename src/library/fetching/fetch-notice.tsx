import type { JSX } from 'preact';
import { ErrorNotice } from '../../ui/list/error-notice.tsx';
import { useWords } from '../../ui/list/words-context.ts';
import type { ArticleFetching } from './article-fetching.ts';
import { useFetching } from './use-fetching.ts';

/** How far the fetching of articles is, and what can be done about it; nothing while there is none. */
export function FetchNotice({ fetching }: { fetching: ArticleFetching }): JSX.Element | null {
  const words = useWords();
  const { t, number } = words;
  const { phase, left, done, error } = useFetching(fetching);
  const act = (work: () => Promise<void>) => () => void work().catch(() => undefined);
  const pause = { label: t('fetchPause'), onPress: act(fetching.pause) };
  const resume = { label: t('fetchResume'), onPress: act(fetching.resume) };
  const again = { label: t('listTryAgain'), onPress: act(fetching.resume) };
  const allow = { label: t('permissionAllow'), onPress: act(fetching.begin) };
  const stop = { label: t('fetchStop'), onPress: act(fetching.stop) };
  switch (phase) {
    case 'off':
      return null;
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
      return (
        <>
          {error && <ErrorNotice error={error} />}
          <Notice text={t('fetchPaused', number(left))} actions={[again, stop]} />
        </>
      );
  }
}

interface NoticeProps {
  text: string;
  done?: number;
  total?: number;
  actions: readonly { label: string; onPress(): void }[];
}

function Notice({ text, done = 0, total = 0, actions }: NoticeProps): JSX.Element {
  return (
    <div class="list-notice work" role="status">
      {total > 0 && <progress value={done} max={total} aria-label={text} />}
      <p>{text}</p>
      <p class="list-notice-actions">
        {actions.map(({ label, onPress }) => (
          <button type="button" class="link-button" key={label} onClick={onPress}>
            {label}
          </button>
        ))}
      </p>
    </div>
  );
}
