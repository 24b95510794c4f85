/** Shortest run of words that counts as the same passage. */
const SHORTEST = 3;

/** Places in the other text looked at for one run; more of them say nothing. */
const MOST_PLACES = 60;

interface Run {
  here: number;
  there: number;
  length: number;
}

/**
 * Says for each word of `page` whether it is in a passage that `gold` contains, too: longest common passages first,
 * each word of `gold` used once (greedy string tiling, Wise 1993). If a page shows a sentence twice, only the one in
 * its context counts.
 */
export function matchRuns(page: readonly string[], gold: readonly string[]): Uint8Array {
  const matched = new Uint8Array(page.length);
  const used = new Uint8Array(gold.length);
  const runs = listRuns(page, gold);
  runs.sort((a, b) => a.length - b.length);
  for (let run = runs.pop(); run; run = runs.pop()) {
    const trimmed = trim(run, matched, used);
    if (trimmed.length < SHORTEST) continue;
    if (trimmed.length < run.length) {
      insert(runs, trimmed);
      continue;
    }
    matched.fill(1, run.here, run.here + run.length);
    used.fill(1, run.there, run.there + run.length);
  }
  return matched;
}

function listRuns(page: readonly string[], gold: readonly string[]): Run[] {
  const places = new Map<string, number[]>();
  for (let at = 0; at + SHORTEST <= gold.length; at++) {
    const key = gold.slice(at, at + SHORTEST).join(' ');
    const list = places.get(key) ?? [];
    if (list.length < MOST_PLACES) list.push(at);
    places.set(key, list);
  }
  const runs: Run[] = [];
  for (let here = 0; here + SHORTEST <= page.length; here++) {
    for (const there of places.get(page.slice(here, here + SHORTEST).join(' ')) ?? []) {
      if (here > 0 && there > 0 && page[here - 1] === gold[there - 1]) continue;
      let length = SHORTEST;
      while (here + length < page.length && page[here + length] === gold[there + length]) length++;
      runs.push({ here, there, length });
    }
  }
  return runs;
}

/** The longest part of a run of which neither side is taken. */
function trim({ here, there, length }: Run, matched: Uint8Array, used: Uint8Array): Run {
  let best: Run = { here, there, length: 0 };
  let start = 0;
  for (let at = 0; at <= length; at++) {
    if (at < length && !matched[here + at] && !used[there + at]) continue;
    if (at - start > best.length) best = { here: here + start, there: there + start, length: at - start };
    start = at + 1;
  }
  return best;
}

function insert(sorted: Run[], run: Run): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.length ?? 0) < run.length) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, run);
}
