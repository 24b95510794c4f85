// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { refuseDocuments } from '../../../src/extraction/refuse-documents.ts';

/** A document of a type jsdom does not parse. */
function documentOfType(contentType: string, html = '<p>A page</p>'): Document {
  const made = new DOMParser().parseFromString(html, 'text/html');
  Object.defineProperty(made, 'contentType', { value: contentType });
  return made;
}

test.each([
  ['application/pdf', 'pdf'],
  ['image/png', 'media'],
  ['image/svg+xml', 'media'],
  ['video/webm', 'media'],
  ['audio/mpeg', 'media'],
  ['application/json', 'data-document'],
  ['application/feed+json', 'data-document'],
])('%s is no page: %s', (type, code) => {
  expect(() => refuseDocuments(documentOfType(type))).toThrow(expect.objectContaining({ code }));
});

test.each(['text/html', 'application/xhtml+xml', 'text/plain', 'text/css'])('%s is read', (type) => {
  expect(() => refuseDocuments(documentOfType(type))).not.toThrow();
});

test('XML is data, unless a style sheet made a page of it', () => {
  const feed = new DOMParser().parseFromString('<rss><channel/></rss>', 'text/xml');
  expect(() => refuseDocuments(feed)).toThrow(expect.objectContaining({ code: 'data-document' }));
  expect(() => refuseDocuments(documentOfType('application/xml'))).not.toThrow();
  const viewer = documentOfType('application/xml', '<div id="webkit-xml-viewer-source-xml"></div>');
  expect(() => refuseDocuments(viewer)).toThrow(expect.objectContaining({ code: 'data-document' }));
});
