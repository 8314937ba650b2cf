/** Milliseconds: half of a frame, so that the page draws and answers between. */
const SLICE = 8;

/** Lets the page answer what happened meanwhile. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Does something with each of many, later and a little at a time, so that the page is never held up. */
export async function inSlices<T>(all: Iterable<T>, each: (one: T) => void): Promise<void> {
  let end = -Infinity;
  for (const one of all) {
    if (performance.now() >= end) {
      await turn();
      end = performance.now() + SLICE;
    }
    each(one);
  }
}
