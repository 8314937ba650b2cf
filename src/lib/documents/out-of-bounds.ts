import { damaged } from './limits.ts';

/** Runs a reader of binary structures: a position outside the bytes means that they were cut or lie. */
export function withinBounds<Content>(read: () => Content): Content {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damaged('cut-off');
    throw error;
  }
}
