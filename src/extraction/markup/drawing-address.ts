import { attributeOf, attributeOrNull, findAll } from '../find-elements.ts';

/** Drawings smaller than this, in user units, are icons. */
const SMALLEST = 100;

/** Longest drawing kept, in bytes of markup. */
const LONGEST = 300_000;

/** A chart or diagram drawn as inline SVG, as an address that an `img` can show; null for icons and decoration. */
export function drawingAddress(svg: Element): string | null {
  const box = attributeOf(svg, 'viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = Number.parseFloat(attributeOf(svg, 'width')) || box[2] || 0;
  const height = Number.parseFloat(attributeOf(svg, 'height')) || box[3] || 0;
  const shapes = findAll(svg, 'path, rect, circle, line, polyline, polygon, text, ellipse').length;
  if (width < SMALLEST || height < SMALLEST || shapes < 5 || attributeOrNull(svg, 'aria-hidden') === 'true')
    return null;
  const copy = svg.cloneNode(true) as Element;
  for (const element of findAll(
    copy,
    'script, foreignObject, iframe, animate, set, image[href^="http"], use[href^="http"]',
  ))
    element.remove();
  for (const element of [copy, ...findAll(copy, '*')]) {
    for (const name of element.getAttributeNames())
      if (/^on/i.test(name) || (/href$/i.test(name) && !attributeOrNull(element, name)?.startsWith('#')))
        element.removeAttribute(name);
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const source = new XMLSerializer().serializeToString(copy);
  return source.length > LONGEST ? null : `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
}
