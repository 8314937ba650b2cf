/** Share of a page's characters that must run the same way for the page to be turned. */
const MOST_TEXT = 0.6;
/** Groups of directions to a degree. */
const GROUPS = 10;
/** Degrees: nearer to a quarter turn than this it is one. */
const EXACT = 0.01;
/** Degrees: no page is set further askew; what is slants on purpose, as a watermark does. */
const MOST_ASKEW = 20;

/** Which way a page's characters run, and how many of them. */
export class TextDirections {
  /** By direction: how many, and the sum of what they differ from the group's middle. */
  readonly #groups = new Map<number, { readonly count: number; readonly rest: number }>();
  #all = 0;

  /** A character's way from its beginning to its end, on a page whose y grows downwards. */
  add(dx: number, dy: number): void {
    if (dx === 0 && dy === 0) return;
    const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
    const group = Math.round(degrees * GROUPS);
    const rest = degrees - group / GROUPS;
    const key = wrapped(group);
    const before = this.#groups.get(key) ?? { count: 0, rest: 0 };
    this.#groups.set(key, { count: before.count + 1, rest: before.rest + rest });
    this.#all++;
  }

  /** By how many degrees the page must be turned to the left so that most of its text stands upright: 0 up to 360. */
  get turn(): number {
    const [most] = [...this.#groups].sort((a, b) => b[1].count - a[1].count);
    if (!most) return 0;
    let [count, sum] = [0, 0];
    for (const step of [-1, 0, 1]) {
      const group = this.#groups.get(wrapped(most[0] + step)) ?? { count: 0, rest: 0 };
      count += group.count;
      sum += group.rest + (group.count * step) / GROUPS;
    }
    if (count <= MOST_TEXT * this.#all) return 0;
    const degrees = most[0] / GROUPS + sum / count;
    const quarter = Math.round(degrees / 90) * 90;
    const askew = Math.abs(degrees - quarter);
    if (askew > MOST_ASKEW) return 0;
    return (askew < EXACT ? quarter : degrees + 360) % 360;
  }
}

function wrapped(group: number): number {
  return (group + 360 * GROUPS) % (360 * GROUPS);
}
