// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { WorkProgress } from '../../../src/library/work-progress.tsx';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

afterEach(() => render(null, document.body));

test('the live region does not announce each number of a long task', () => {
  const words = createWords((key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')), 'en');
  render(
    <WordsProvider value={words}>
      <div role="status">
        <WorkProgress label="exportWorking" done={3} total={900} />
      </div>
    </WordsProvider>,
    document.body,
  );
  const numbers = [...document.querySelectorAll('p')].find(({ textContent }) => textContent === 'exportWorking 3 900');
  expect(numbers?.closest('[aria-live], [role=status]')?.getAttribute('aria-live')).toBe('off');
});
