import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { picturesOf } from '../../../src/lib/documents/pictures/pictures.ts';
import { four, pair } from './build-doc.ts';
import { oleOf } from './build-ole.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
const TIFF = Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
const typesOf = (bytes: Uint8Array): string[] => picturesOf(bytes).map(({ type }) => type);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An OfficeArtBlip: its head, one identity or two, a byte, the picture. */
function blip(type: number, picture: Uint8Array, ids = 1): number[] {
  const rest = [...new Array<number>(16 * ids + 1).fill(7), ...picture];
  return [...pair(ids === 1 ? 0x6e00 : 0x6e10), ...pair(type), ...four(rest.length), ...rest];
}

const PNG_BLIP = 0xf01e;
const JPEG_BLIP = 0xf01d;
const METAFILE_BLIP = 0xf01a;

test('a picture is shown to enter figures from, unless no browser can show it', () => {
  expect(typesOf(PNG)).toEqual(['image/png']);
  expect(typesOf(JPEG)).toEqual(['image/jpeg']);
  expect(typesOf(TIFF)).toEqual([]);
});

test.each([
  ['word/media', '[Content_Types].xml', 'word/document.xml'],
  ['xl/media', '[Content_Types].xml', 'xl/workbook.xml']
])('those of a package stand in the order of their numbers: %s', (folder, ...parts) => {
  const media = { [`${folder}/image10.png`]: PNG, [`${folder}/image2.bin`]: JPEG, [`${folder}/x.tiff`]: TIFF };
  const others = Object.fromEntries([...parts, `${folder}/../other.png`].map((name) => [name, PNG]));
  expect(typesOf(zipSync({ ...media, ...others }))).toEqual(['image/jpeg', 'image/png']);
});

test('a Word document of the old kind: those in its text and those over it, each whole', async () => {
  const data = [1, 2, 3, ...blip(PNG_BLIP, PNG, 2), 9, ...blip(METAFILE_BLIP, JPEG), ...blip(JPEG_BLIP, JPEG)];
  const document = oleOf([
    { name: 'WordDocument', content: Uint8Array.from(blip(PNG_BLIP, PNG)) },
    { name: 'Data', content: Uint8Array.from(data) }
  ]);
  const found = picturesOf(document);
  expect(found.map(({ type, size }) => [type, size])).toEqual([
    ['image/png', PNG.length],
    ['image/jpeg', JPEG.length],
    ['image/png', PNG.length]
  ]);
  expect(new Uint8Array((await found[0]?.arrayBuffer()) ?? [])).toEqual(PNG);
});

test('a workbook of the old kind: a picture goes on in the next record', () => {
  const drawing = blip(JPEG_BLIP, JPEG);
  const record = (type: number, content: readonly number[]): number[] => [
    ...pair(type),
    ...pair(content.length),
    ...content
  ];
  const workbook = [
    ...record(0x0809, [0, 6]),
    ...record(0x00eb, drawing.slice(0, 12)),
    ...record(0x003c, drawing.slice(12)),
    ...record(0x000a, []),
    ...record(0x003c, blip(PNG_BLIP, PNG))
  ];
  expect(typesOf(oleOf([{ name: 'Workbook', content: Uint8Array.from(workbook) }]))).toEqual(['image/jpeg']);
});

test('Rich Text: its digits in two cases and lines; the same picture for old readers is left out', () => {
  const hex = '89504E\r\n470d0a 1a0a';
  const shown = `{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn abc}}}\\pngblip\\picw8 ${hex}}}`;
  const old = '{\\nonshppict{\\pict\\wmetafile8 89504e47}}';
  expect(typesOf(bytesOf(`{\\rtf1 ${shown}${old} 正文}`))).toEqual(['image/png']);
  expect(typesOf(bytesOf(`{\\rtf1 {\\pict\\pngblip 8950`))).toEqual([]);
});

test('a web archive: its parts that are pictures', () => {
  const part = (type: string, content: string): string =>
    `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n`;
  const archive =
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n' +
    part('text/html', btoa('<img>')) +
    part('image/jpeg', btoa(String.fromCharCode(...JPEG))) +
    '--b--\r\n';
  expect(typesOf(bytesOf(archive))).toEqual(['image/jpeg']);
});

test('nothing else has any, and no broken document does harm', () => {
  expect(typesOf(bytesOf('一、总体情况'))).toEqual([]);
  const ole = oleOf([{ name: 'WordDocument', content: Uint8Array.from(blip(PNG_BLIP, PNG)) }]);
  const rtf = bytesOf('{\\rtf1 {\\pict\\pngblip 89504e470d0a1a0a}}');
  fc.assert(
    fc.property(fc.constantFrom(ole, rtf), fc.nat(), fc.nat(255), fc.nat(), (bytes, place, value, cut) => {
      const changed = bytes.slice(0, 1 + (cut % bytes.length));
      changed[place % changed.length] = value;
      expect(picturesOf(changed).length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 300 }
  );
});
