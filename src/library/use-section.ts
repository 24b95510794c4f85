import { useEffect, useState } from 'preact/hooks';

/** The parts of the library; each has its address (`library.html#archive`), so that back, reload and links work. */
export const SECTIONS = ['list', 'archive', 'deleted', 'settings'] as const;
export type Section = (typeof SECTIONS)[number];

/** Reads a section from an address's fragment; what is unknown is the reading list. */
export function sectionOf(hash: string): Section {
  const name = hash.replace(/^#/, '').split('/')[0];
  return SECTIONS.find((section) => section === name) ?? 'list';
}

export function useSection(): Section {
  const [section, setSection] = useState(() => sectionOf(location.hash));
  useEffect(() => {
    const onChange = () => setSection(sectionOf(location.hash));
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return section;
}
