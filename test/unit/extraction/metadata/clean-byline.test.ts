import { expect, test } from 'vitest';
import { withBy } from '../../../../src/extraction/metadata/clean-byline.ts';

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
])('%s says as much as by', (words) => expect(withBy(`${words} Ann Doe`)).toBe('by Ann Doe'));
