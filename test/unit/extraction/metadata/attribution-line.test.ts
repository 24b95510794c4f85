import { expect, test } from 'vitest';
import { readAttribution } from '../../../../src/extraction/metadata/attribution-line.ts';

test('author and source are told from the label before each', () => {
  expect(readAttribution('作者：张三 来源：河边日报')).toEqual({ author: '张三', source: '河边日报' });
  expect(readAttribution('（文章来源：河边日报）')).toEqual({ author: null, source: '河边日报' });
  expect(readAttribution('本文转自：河边日报')).toEqual({ author: null, source: '河边日报' });
});

test('where the picture or the figures are from is not where the text is from', () => {
  expect(readAttribution('作者：张三 图片来源：视觉画廊')).toEqual({ author: '张三', source: null });
  expect(readAttribution('作者：张三 数据来源：统计年鉴')).toEqual({ author: '张三', source: null });
});
