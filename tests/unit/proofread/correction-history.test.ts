import { expect, test } from 'vitest';
import { CorrectionHistory, type Word } from '../../../src/lib/proofread/correction-history.svelte.ts';

function desk(saves = true) {
  const words = new Map<string, Word>();
  const history = new CorrectionHistory({
    current: (cell) => words.get(cell) ?? null,
    write: async (cell, word) => {
      if (!saves) return false;
      if (word) words.set(cell, word);
      else words.delete(cell);
      return true;
    }
  });
  return { words, history };
}

const said = (value: number | null, confirmed = false): Word => ({ value, confirmed });

test('steps are taken back one by one and made again', async () => {
  const { words, history } = desk();
  await history.set('a', said(1));
  await history.set('a', said(2));
  await history.set('b', said(null, true));
  expect(await history.undo()).toBe('b');
  expect(words.has('b')).toBe(false);
  expect(await history.undo()).toBe('a');
  expect(words.get('a')).toEqual(said(1));
  expect(await history.redo()).toBe('a');
  expect(await history.redo()).toBe('b');
  expect(words.get('b')).toEqual(said(null, true));
  expect(history.canRedo).toBe(false);
});

test('taking a correction away is a step too', async () => {
  const { words, history } = desk();
  await history.set('a', said(5));
  await history.set('a', null);
  expect(words.size).toBe(0);
  await history.undo();
  expect(words.get('a')).toEqual(said(5));
});

test('a new step forgets what was taken back', async () => {
  const { history } = desk();
  await history.set('a', said(1));
  await history.undo();
  await history.set('b', said(2));
  expect(await history.redo()).toBeNull();
});

test('what could not be saved has not happened', async () => {
  const { history } = desk(false);
  expect(await history.set('a', said(1))).toBe(false);
  expect(history.canUndo).toBe(false);
});

test('steps given at once happen in their order', async () => {
  const { words, history } = desk();
  await Promise.all([history.set('a', said(1)), history.set('a', said(2)), history.undo()]);
  expect(words.get('a')).toEqual(said(1));
});
