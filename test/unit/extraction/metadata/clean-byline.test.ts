import { expect, test } from 'vitest';
import { cleanByline, withBy } from '../../../../src/extraction/metadata/clean-byline.ts';

test.each([
  'écrit par',
  'Ecrit par',
  'Publié par',
  'Publicado por',
  'RÉDIGÉ PAR',
  'Redigido por',
  'Soumis par',
  'Escrito por',
  'Scritto da',
  'Verfasst von',
  'Geschrieben von',
  'Geschreven door',
  'Yazan',
])('%s is understood as "by"', (words) => expect(withBy(`${words} Ann Doe`)).toBe('by Ann Doe'));

test.each([
  ['Ann Lee Last Updated: March 3, 2025', 'Ann Lee'],
  ['Ann Lee Last edited two days ago', 'Ann Lee'],
  ['Last Updated: January 7, 2025', null],
  ['Posted by Ann Lee at 09:12 AM in', 'Ann Lee'],
  ['Posted by Ann Lee.', 'Ann Lee'],
  ['Martin Luther King Jr.', 'Martin Luther King Jr.'],
  ['Expert Reviewer', null],
  ['Ann Lee (avec Bo Chan)', 'Ann Lee'],
  ['Ann Lee (Arlay, special envoy)', 'Ann Lee'],
  ['王小明（北方日报）', '王小明'],
  ['춘천=홍길동 기자', '홍길동'],
  ['Lee Jin-ho (이진호)', 'Lee Jin-ho (이진호)'],
  ['Ayşe Kaya (Çelik)', 'Ayşe Kaya (Çelik)'],
  ['蓝天 (bluesky)', '蓝天 (bluesky)'],
  ['Аутор: Ана Поповић', 'Ана Поповић'],
])('nothing is left of what stands around the name in %j', (line, name) => expect(cleanByline(line)).toBe(name));
