import { expect, test } from 'vitest';
import { isAttribution, isCall, readAttribution } from '../../../../src/extraction/metadata/attribution-line.ts';

test('author and source are read by their labels', () => {
  expect(readAttribution('作者：张三 来源：河边日报')).toEqual({ author: '张三', source: '河边日报' });
  expect(readAttribution('（文章来源：河边日报）')).toEqual({ author: null, source: '河边日报' });
  expect(readAttribution('本文转自：河边日报')).toEqual({ author: null, source: '河边日报' });
});

test('the source of a picture or of data is not the source of the text', () => {
  expect(readAttribution('作者：张三 图片来源：视觉画廊')).toEqual({ author: '张三', source: null });
  expect(readAttribution('作者：张三 数据来源：统计年鉴')).toEqual({ author: '张三', source: null });
});

test.each([
  'Copyright 2026 Plains Public Radio',
  'Riproduzione riservata © Copyright ANSO',
  '홍길동 기자 gildong@north.example 다른기사 보기',
  '版權聲明：圖片由本報專用授權。',
  '本新聞專供會員閱覽，任何媒體均不得引用、改寫、轉貼，以免訟累。',
  '北方声明：此消息系转载自合作媒体，登载此文不意味着赞同其观点。',
  'Fonte: Agência Rio',
  'Bron: RNP',
  'Kilde: Ritzau',
  'Källa: TT',
  'Lähde: STT',
  'Zdroj: ČTK',
  'Źródło: PAP',
  'Kaynak: AA',
  'Forrás: MTI',
  'Sursa: Agerpres',
  'Nguồn: TTXVN',
  'Sumber: Antara',
  'Πηγή: ΑΠΕ-ΜΠΕ',
  'Источник: ТАСС',
  'Джерело: Укрінформ',
  'المصدر: وكالات',
  'منبع: ایسنا',
  'מקור: סוכנויות',
  'स्रोत: भाषा',
  'ที่มา : สำนักข่าวไทย',
  '출처: 연합',
])('a line that names the source is an attribution line in any language: %s', (line) =>
  expect(isAttribution(line)).toBe(true),
);

test.each([
  'Source: The Gazette',
  '(Original source: The Gazette)',
  'This story was originally published in The Gazette.',
  'It first appeared in The Gazette.',
  'Originally posted in The Gazette',
  'Re-printed with permission',
  'Republished from The Gazette',
  'This article is republished from The Gazette under a Creative Commons licence. Read the original article.',
  '审校：张三',
  '美编｜张三',
  '本文经授权转载自公众号：北方的港口',
  'Cross-posted from The Gazette',
  'Edited by Ann Doe',
  'Translated by Ann Doe',
  'Zuerst erschienen in der Gazette',
  'Zuerst veröffentlicht in der Gazette',
  'Ursprünglich veröffentlicht in der Gazette',
  'Publié initialement par La Gazette',
  'Publicado originalmente en La Gaceta',
])('a line that says where the text was before is one: %s', (line) => expect(isAttribution(line)).toBe(true));

test.each([
  '图片编辑：赵六',
  '河边新闻编辑 | 李四',
  '（撰稿：王小明 摄影：李雷 审核：赵六）',
  '该文观点仅代表作者本人，本平台仅提供信息存储空间服务。',
  '本内容为作者独立观点，不代表本站立场。',
  '本文来自河边网，原文链接：https://river.example/a/1',
  '本文由河边网整理发布，转载请注明出处。',
  '《 河边日报 》（ 2022年08月06日 01 版）',
  '来源：',
])('a line about editors or rights is an attribution line: %s', (line) => expect(isAttribution(line)).toBe(true));

test.each([
  '他的话不代表居民的立场。',
  '本文经过三年的采访写成，当事人都已授权公开。',
  '他声明：这座灯塔永远不会熄灭。',
  '联合声明：双方同意在两年之内修好灯塔。',
  'via:',
  'Edited by',
  'Originally Posted by anndoe',
  '图片来源：视觉画廊',
  'Bronze: 12 medals',
  'Sumberjaya: a village',
  'Zdrojem je řeka',
  'Источники тепла: обзор',
  'http://localhost@other.example',
  'Copyright preserves nothing that nobody wrote down, said the judge.',
  '版權所有人可以要求賠償，也可以要求道歉。',
  '这篇文章不断被各大网站转载。',
  '勿忘我的照片后来被多家媒体转载',
  'Copyright law gives each author the right to be named, and reserves the rest.',
])('a line that only begins like one is no attribution line: %s', (line) => expect(isAttribution(line)).toBe(false));

test.each(['↓ランキングに参加しています。ポチッと応援お願いします↓', '点击蓝字关注我们', '- END -'])(
  'a call to follow or to click is known: %s',
  (line) => expect(isCall(line)).toBe(true),
);

test.each([
  'Follow the line to the sea',
  'Follow these steps in Google Docs.',
  'Подписчиков стало больше',
  'Подписан договор с Google.',
  'Последва съдебно дело срещу Facebook.',
  'تابعوا تلك القصة حتى النهاية.',
  'ติดตามเรือไปทั้งคืน',
  'ポチッと押したら電源が入った。',
  '彼は世界ランキングに参加した最初の選手だ。',
])('a line that only begins as such calls do is none: %s', (line) => expect(isCall(line)).toBe(false));
