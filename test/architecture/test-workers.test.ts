import { expect, test, vi } from 'vitest';

vi.mock('node:os', async (actual) => ({
  ...(await actual<typeof import('node:os')>()),
  availableParallelism: () => 1,
}));

test('with one processor the files of unit tests do not share a context, as they would with one worker', async () => {
  const { default: config } = await import('../../vitest.config.ts');
  const projects = (config.test?.projects ?? []).flatMap((project) =>
    typeof project === 'object' && 'test' in project ? [project.test] : [],
  );
  const inContexts = projects.filter((project) => project?.pool?.toString().startsWith('vm'));
  expect(inContexts.map((project) => project?.name)).toEqual(['unit', 'unit-document']);
  for (const project of inContexts) expect(project?.maxWorkers).toBeGreaterThan(1);
});
