import { expect, test } from 'vitest';
import { isInertDrawing } from '../../../src/exporting/is-inert-drawing.ts';
import { processorTime } from '../processor-time.ts';

const drawing = (content: string): string =>
  `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
  <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${content}</svg>`;

test.each([
  '<script>x()</script>',
  '<s:script xmlns:s="http://www.w3.org/2000/svg">x()</s:script>',
  '<rect onload="x()"/>',
  '<rect width="1"onclick = "x()"/>',
  '<a href="javascript:x()"><text>a</text></a>',
  '<a xlink:href="&#106;avascript:x()"><text>a</text></a>',
  '<a href=" https://a.example/"><text>a</text></a>',
  '<foreignObject><h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/></foreignObject>',
  '<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=//a.example"/>',
  '<image href="https://a.example/p.png"/>',
  '<image href="data:image/svg+xml,x"/>',
  '<use href="other.svg#a"/>',
  '<style>@import "//a.example";</style>',
  '<rect fill="url(//a.example#b)"/>',
  '<é:script xmlns:é="http://www.w3.org/2000/svg">x()</é:script>',
  '<image><set attributeName="href" to="https://a.example/p.png"/></image>',
  '<a><animate attributeName = "xlink:href" values="javascript:x()"/><text>a</text></a>',
  '<a><set attributeName="&#x68;ref" to="javascript:x()"/><text>a</text></a>',
  '<h:img xmlns:h="http://www.w3.org/1999/xhtml" srcset="https://a.example/p.png 2x"/>',
  '<h:video xmlns:h="http://www.w3.org/1999/xhtml" poster="https://a.example/p.png"/>',
  '<g xml:base="https://a.example/"><use href="#a"/></g>',
  '<rect style="fill:u&#114;l(//a.example#b)"/>',
  '<style>@im&#x0000000000070;ort "//a.example";</style>',
  '<style>@im<![CDATA[port]]> "//a.example";</style>',
  '<style>rect { fill: u<!-- -->rl(//a.example#b) }</style>',
  String.raw`<style>rect { fill: \75 rl(//a.example#b) }</style>`,
  String.raw`<style>@\import "//a.example";</style>`,
  '<style>rect { cursor: image-set("//a.example/p.png" 1x) }</style>',
])('a drawing that runs or fetches something is told: %s', (content) => {
  expect(isInertDrawing(drawing(content))).toBe(false);
});

test('so is one in an encoding in which a script is not seen', async () => {
  const encoded = '<?xml version="1.0" encoding="ISO-2022-JP"?><svg xmlns="http://www.w3.org/2000/svg"/>';
  expect(isInertDrawing(encoded)).toBe(false);
  expect(isInertDrawing(drawing('<scr\u001b(Bipt>x()</scr\u001b(Bipt>'))).toBe(false);
  expect(isInertDrawing(await new Blob([new Uint16Array([...drawing('')].map((c) => c.charCodeAt(0)))]).text())).toBe(
    false,
  );
});

test('so is one with entities or a style sheet of its own', () => {
  expect(isInertDrawing('<!DOCTYPE svg [<!ENTITY a "x">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>')).toBe(
    false,
  );
  for (const sheet of ['a.xsl', '#a'])
    expect(isInertDrawing(`<?xml-stylesheet href="${sheet}"?><svg xmlns="http://www.w3.org/2000/svg"/>`)).toBe(false);
});

test('a plain drawing is one, with gradients, its own parts and pictures in it', () => {
  const content = `<style>.a { fill: url("#g") } text { font: 9px sans-serif }</style>
    <linearGradient id="g" xlink:href='#h'/><use href = "#a"/><rect class="a" fill="url(#g)"/>
    <image href="data:image/png;base64,iVBORw0KGgo="/><text>Turn it on = off&#160;&#8212; A&#x26;B &#x1f600;</text>
    <style><![CDATA[ .b { stroke: #123 } ]]></style><animate attributeName="opacity" values="0;1"/><!-- Made by hand -->`;
  expect(isInertDrawing(drawing(content))).toBe(true);
});

test('a drawing that was made to keep its reader busy does not', () => {
  const started = processorTime();
  for (const piece of ['<!--', '<!doctype ', '<a href', '&#0000000000', '<![CDATA[', '\\'])
    isInertDrawing(piece.repeat(200_000));
  expect(processorTime() - started).toBeLessThan(5_000);
});
