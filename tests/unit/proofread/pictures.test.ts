import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { picturesOf } from '../../../src/lib/proofread/pictures.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
const TIFF = Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
const typesOf = (bytes: Uint8Array): string[] => picturesOf(bytes).map(({ type }) => type);

test('a picture is shown to enter figures from, unless no browser can show it', () => {
  expect(typesOf(PNG)).toEqual(['image/png']);
  expect(typesOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toEqual(['image/jpeg']);
  expect(typesOf(TIFF)).toEqual([]);
});

test('so are those of a Word document in the order of their numbers, and those of nothing else', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
  const media = { 'word/media/image10.png': PNG, 'word/media/image2.bin': jpeg, 'word/media/x.tiff': TIFF };
  expect(typesOf(zipSync({ ...media, 'word/other.png': PNG }))).toEqual(['image/jpeg', 'image/png']);
  expect(typesOf(new TextEncoder().encode('一、总体情况'))).toEqual([]);
});
