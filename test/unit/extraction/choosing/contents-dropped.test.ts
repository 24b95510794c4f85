// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readAmongParagraphs, STORY } from '../read-among-paragraphs.ts';

const NAMES = [
  'Table of Contents',
  'In this article:',
  'On this page',
  'Inhaltsverzeichnis',
  'In diesem Beitrag',
  'Table des matières',
  'Dans cet article',
  'Tabla de contenidos',
  'Índice de contenidos',
  'Neste artigo',
  'Indice dei contenuti',
  'Inhoudsopgave',
  'Spis treści',
  'Содержание',
  'İçindekiler',
  'Mục lục',
  '目次',
  '本文目录',
  '목차',
  'جدول المحتويات',
  'فهرست مطالب',
];

test.each(NAMES)('%s goes where its list was dropped', async (name) => {
  for (const tag of ['h2', 'p']) {
    const body = await readAmongParagraphs(`<${tag}>${name}</${tag}><nav><ul><li><a href="#a">A</a></li></ul></nav>`);
    expect(body.textContent, tag).not.toContain(name);
  }
});

test('the name of the contents stays above a list', async () => {
  const list = '<ul><li>How the ferry came to lie in the roads</li><li>What the harbour master wrote down</li></ul>';
  expect((await readAmongParagraphs(`<h2>In this article</h2>${list}`)).textContent).toContain('In this article');
});

test.each(['Table of contents', 'Содержание', 'Inhaltsverzeichnis'])(
  'a section named %s keeps its name',
  async (name) => {
    const sections = `<h2>The log</h2><p>${STORY}</p><h2>${name}</h2>`;
    expect((await readAmongParagraphs(sections)).textContent).toContain(name);
  },
);

test.each([
  'Contents',
  'In this harbour',
  'Table of tides',
  'Table of constants',
  'Inhaltsverzeichnis der Karten von 1720',
  'Inhaltsstoffe',
  'On this page of the log he wrote nothing',
])('%s is no name of the contents', async (name) => {
  expect((await readAmongParagraphs(`<h2>${name}</h2>`)).textContent).toContain(name);
});
