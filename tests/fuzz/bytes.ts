import type { Random } from '../../data/generator/random.ts';

const SIGNS = [0x00, 0x01, 0x20, 0x30, 0x39, 0x7f, 0x80, 0xff];

/** One damage to a file: a byte changed, put in or lost, its end cut off, a block doubled, lost or in another's place. */
function damage(bytes: Uint8Array, random: Random): Uint8Array {
  // The first bytes of a file and of its parts steer the most, so they are hit more often.
  const most = bytes.length - 1;
  const place = (): number => random.integer(0, random.chance(0.2) ? Math.min(most, 2_047) : most);
  const at = place();
  const length = random.integer(1, random.pick([4, 64, 600, 4_096]));
  const spliced = (from: number, until: number, put: Uint8Array): Uint8Array => {
    const whole = new Uint8Array(from + put.length + Math.max(0, bytes.length - until));
    whole.set(bytes.subarray(0, from));
    whole.set(put, from);
    whole.set(bytes.subarray(until), from + put.length);
    return whole;
  };
  const signs = (): Uint8Array =>
    Uint8Array.from({ length: random.integer(1, 4) }, () =>
      random.chance(0.5) ? random.pick(SIGNS) : random.integer(0, 255)
    );
  const ways = ['bit', 'byte', 'byte', 'insert', 'delete', 'cut', 'double', 'lose', 'copy', 'exchange'] as const;
  switch (random.pick(ways)) {
    case 'bit': {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ (1 << random.integer(0, 7));
      return copy;
    }
    case 'byte': {
      const copy = bytes.slice();
      copy[at] = signs()[0] ?? 0;
      return copy;
    }
    case 'insert':
      return spliced(at, at, signs());
    case 'delete':
      return spliced(at, at + random.integer(1, 4), new Uint8Array());
    case 'cut':
      return bytes.slice(0, at);
    case 'double':
      return spliced(at, at, bytes.slice(at, at + length));
    case 'lose':
      return spliced(at, at + length, new Uint8Array());
    case 'copy': {
      const copy = bytes.slice();
      copy.copyWithin(place(), at, at + length);
      return copy;
    }
    case 'exchange': {
      const copy = bytes.slice();
      const other = place();
      const [first, second] = [bytes.slice(at, at + length), bytes.slice(other, other + length)];
      copy.set(second.subarray(0, copy.length - at), at);
      copy.set(first.subarray(0, copy.length - other), other);
      return copy;
    }
  }
}

/** A copy of a file with one to five damages. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  let copy = bytes;
  for (let times = random.pick([1, 1, 1, 2, 3, 5]); times > 0 && copy.length > 0; times -= 1)
    copy = damage(copy, random);
  return copy;
}
