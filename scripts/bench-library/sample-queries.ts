import type { sampleMaker } from './sample-maker.ts';

/** One to three words or a run of Chinese from articles all over the library; every fifth a phrase, every seventh unfinished. */
export function sampleQueries(make: ReturnType<typeof sampleMaker>, count: number, articles: number): string[] {
  return Array.from({ length: count }, (_unused, at) => {
    const { text, lang } = make((at * 7919) % articles);
    if (lang !== 'en') return text.slice(40 + (at % 300), 42 + (at % 300) + (at % 4));
    const words = text.split(/\s+/).slice((at * 13) % 700, ((at * 13) % 700) + 1 + (at % 3));
    const query = words.join(' ');
    if (at % 5 === 0) return `"${query}"`;
    return at % 7 === 0 ? query.slice(0, -1) : query;
  });
}
