// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { dropCallsToAction } from '../../../../src/extraction/markup/drop-calls-to-action.ts';

function isDropped(html: string): boolean {
  const { body } = new DOMParser().parseFromString(`<main>${html}<p>The harbour froze.</p></main>`, 'text/html');
  const before = body.textContent;
  dropCallsToAction(body);
  return body.textContent !== before;
}

test.each([
  '<p><a href="/b">Още по темата: Пристанището замръзна</a></p>',
  '<p>Прочетете още: <a href="/b">Пристанището замръзна</a></p>',
  '<p><a href="/b">İlgili Haberler: Liman dondu</a></p>',
  '<p><b>קראו גם:</b><br><a href="/b">הנמל קפא</a><br><a href="/c">הספינה מאחרת</a></p>',
  '<div><strong>Saiba mais</strong><ul><li><a href="/b">O porto congelou</a></li></ul></div>',
  '<p>Continue reading\n\t→</p>',
  '<p>[Weiterlesen]</p>',
])('%s leads elsewhere', (html) => expect(isDropped(html)).toBe(true));

test.each([
  '<p><a href="/b">Още един ден без вода</a></p>',
  '<p><a href="/b">Няма още новини от кораба</a></p>',
  '<p><b>More</b> on the <a href="/b">ice</a>, the <a href="/c">ships</a> and the <a href="/d">harbours</a></p>',
  '<div><strong>Sources</strong><ul><li><a href="https://one.example">The first one</a></li></ul></div>',
  '<p>Още източници</p><ul><li><a href="https://one.example">Първи източник</a></li></ul>',
  '<p>The agency now has a <a href="https://www.whatsapp.com/channel/1">channel</a> of its own. It tells of storms, of ice and of ships that are late, in four languages, and has more readers than its paper ever had.</p>',
])('%s is part of the text', (html) => expect(isDropped(html)).toBe(false));
