import { expect, test } from 'vitest';
import { pageAddress } from '../../../../src/model/address/page-address.ts';

test.each([
  ['https://news.example/one?page=2#notes', 'https://news.example/one?page=2'],
  ['https://news.example/one#', 'https://news.example/one'],
  ['https://news.example/#/one', 'https://news.example/#/one'],
  ['https://news.example/#!one', 'https://news.example/#!one'],
  ['https://news.example/#/one#notes', 'https://news.example/#/one#notes'],
])('%s belongs to the page %s', (address, page) => {
  expect(pageAddress(address)).toBe(page);
});
