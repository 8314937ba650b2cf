/** Chance that repeats: the same key gives the same draws on every machine and in every run. */

/** FNV-1a over UTF-16 code units. */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

export class Random {
  #state: number;

  /** Each question has a key of its own, so that a change in one place leaves all others as they were. */
  constructor(...key: (string | number)[]) {
    this.#state = hash(key.join('/'));
  }

  /** In [0, 1). Splitmix32: one word of state, good enough for choosing words and small counts. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let word = this.#state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return ((word ^ (word >>> 15)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Whole number between both ends, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    return at(list, this.integer(0, list.length - 1));
  }

  /** A key of `weights`, drawn by weight. */
  weighted<K extends string>(weights: readonly (readonly [K, number])[]): K {
    let left = this.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of weights) {
      left -= weight;
      if (left < 0) return key;
    }
    return at(weights, weights.length - 1)[0];
  }

  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let index = shuffled.length - 1; index > 0; index -= 1) {
      const other = this.integer(0, index);
      const kept = at(shuffled, index);
      shuffled[index] = at(shuffled, other);
      shuffled[other] = kept;
    }
    return shuffled;
  }

  /** Sum of twelve draws: near enough to a normal distribution with mean 0 and deviation 1. */
  normal(): number {
    let sum = -6;
    for (let draw = 0; draw < 12; draw += 1) sum += this.next();
    return sum;
  }

  /** Knuth's method, in steps of at most 30 so that the product does not vanish. */
  poisson(mean: number): number {
    let count = 0;
    for (let left = mean; left > 0; left -= 30) {
      const limit = Math.exp(-Math.min(left, 30));
      for (let product = this.next(); product > limit; product *= this.next()) count += 1;
    }
    return count;
  }
}

/** The element at an index that is known to exist. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`no element ${index} in a list of ${list.length}`);
  return found;
}
