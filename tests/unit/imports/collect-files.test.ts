import { expect, test } from 'vitest';
import { filesOfDrop, MOST_FILES } from '../../../src/lib/imports/collect-files.ts';

/** What a browser hands over of a folder. `pieces`: its names as they are listed; null: it does not let itself be read. */
interface Listed {
  readonly path: string;
  readonly pieces: readonly (readonly string[] | null)[];
}

function fileEntry(path: string) {
  return {
    isFile: true,
    isDirectory: false,
    name: path.split('/').at(-1),
    fullPath: path,
    file: (found: (file: File) => void) => found(new File(['x'], path))
  };
}

function folderEntry({ path, pieces }: Listed) {
  return {
    isFile: false,
    isDirectory: true,
    name: path.split('/').at(-1),
    fullPath: path,
    createReader() {
      const left = [...pieces, []];
      return {
        readEntries(found: (entries: unknown[]) => void, fail: () => void) {
          const piece = left.shift();
          if (piece) found(piece.map((name) => fileEntry(`${path}/${name}`)));
          else fail();
        }
      };
    }
  };
}

/** A drop of one folder. */
function drop(folder: Listed): DataTransferItem[] {
  const item = { kind: 'file', webkitGetAsEntry: () => folderEntry(folder), getAsFile: () => null };
  return [item as unknown as DataTransferItem];
}

test('a folder is read to its end, in the order of its names', async () => {
  const found = await filesOfDrop(drop({ path: '/年报', pieces: [['b.txt', '.DS_Store'], ['a.txt']] }));
  expect(found.map(({ path, file }) => [path, file !== null])).toEqual([
    ['年报/a.txt', true],
    ['年报/b.txt', true]
  ]);
});

test('a folder that stops being readable is named with what it gave', async () => {
  const found = await filesOfDrop(drop({ path: '/年报', pieces: [['a.txt'], null] }));
  expect(found.map(({ path, file }) => [path, file !== null])).toEqual([
    ['年报/a.txt', true],
    ['年报', false]
  ]);
});

test('of too many files one more comes than is taken, so that it can be told', async () => {
  const names = Array.from({ length: MOST_FILES + 20 }, (_, at) => `${at}.txt`);
  expect(await filesOfDrop(drop({ path: '/盘', pieces: [names] }))).toHaveLength(MOST_FILES + 1);
  expect(await filesOfDrop(drop({ path: '/空', pieces: [] }))).toEqual([]);
});
