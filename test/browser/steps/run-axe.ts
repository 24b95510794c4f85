import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { View } from '../driver/browser-driver.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that another theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface AxeResults {
  violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
  passes: { id: string; nodes: unknown[] }[];
}
type AxeScope = typeof globalThis & { axe?: { run(context: object, options: object): Promise<AxeResults> } };

/** What axe finds wrong with the document as it stands; nothing when it is right. */
export async function runAxe(view: View): Promise<string[]> {
  return axeInThemes(view, [null]);
}

interface AxeOptions {
  /** Elements that are left out, by selector in the root that holds the article. */
  except?: string;
}

/**
 * What axe finds wrong, as "theme rule: element", in each theme: all rules in the first, those about colours in the
 * others. `null` is the theme that is shown. Checks only the reader if it covers a page. A run in which no contrast was
 * measured counts as a finding, too.
 */
export async function axeInThemes(
  view: View,
  themes: readonly (string | null)[],
  { except = '' }: AxeOptions = {},
): Promise<string[]> {
  if (!(await view.evaluate(() => 'axe' in globalThis))) await view.runScript(SOURCE);
  return view.evaluate(lookInThemes, themes, COLOUR_RULES, except);
}

async function lookInThemes(
  themes: readonly (string | null)[],
  colourRules: string[],
  except: string,
): Promise<string[]> {
  const { axe } = globalThis as AxeScope;
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.recto'));
  const root = host?.shadowRoot ?? document;
  const themed = root.querySelector<HTMLElement>('.recto');
  if (!axe || !themed) return ['nothing to look at'];
  const context = {
    include: host ?? document,
    exclude: except === '' ? [] : Array.from(root.querySelectorAll(except)),
  };
  // axe compares positions only below the body, and the overlay is beside it.
  if (host) Object.defineProperty(document, 'body', { get: () => host, configurable: true });
  const before = themed.dataset['theme'] ?? 'system';
  const found: string[] = [];
  // A colour that is half way to another is nobody's fault.
  themed.style.setProperty('--r-quick', '0ms');
  for (const [index, theme] of themes.entries()) {
    themed.dataset['theme'] = theme ?? before;
    const rules = index === 0 ? {} : { runOnly: colourRules };
    const { violations, passes } = await axe.run(context, { ...rules, resultTypes: ['violations', 'passes'] });
    const name = themed.dataset['theme'];
    if (!passes.some(({ id }) => id === 'color-contrast')) found.push(`${name}: no contrast was measured`);
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${name} ${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`);
  }
  themed.dataset['theme'] = before;
  themed.style.removeProperty('--r-quick');
  Reflect.deleteProperty(document, 'body');
  return found;
}
