import fc from 'fast-check';

/** Copies of a file with some bytes changed, parts copied over others, or the end cut off. */
export function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  // The first bytes of a file and of its parts steer the most, so they are hit more often.
  const place = fc.oneof(fc.nat(bytes.length - 1), fc.nat(Math.min(bytes.length, 2_048) - 1));
  const changed = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 20 }).map((changes) => {
    const copy = bytes.slice();
    for (const [at, value] of changes) copy[at] = value;
    return copy;
  });
  const copied = fc.array(fc.tuple(place, place, fc.nat(64)), { minLength: 1, maxLength: 5 }).map((copies) => {
    const copy = bytes.slice();
    for (const [to, from, length] of copies) copy.copyWithin(to, from, from + length);
    return copy;
  });
  const cut = fc.nat(bytes.length).map((length) => bytes.slice(0, length));
  return fc.oneof(changed, copied, cut);
}
