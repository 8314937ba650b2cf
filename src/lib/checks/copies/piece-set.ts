/** A set of pieces, filled anew for text after text: as a table of its own it takes a tenth of what a `Set` does. */
export class PieceSet {
  /** In the order in which they were added. */
  #pieces = new Uint32Array(2 ** 9);
  #size = 0;
  /** Which piece stands at a place, counted from 1; 0: none. A piece's is the first free one from where its last bits say. */
  #table = new Uint32Array(2 ** 10);
  /** No more of the table is looked at, or cleared, than this text needs. */
  #lastPlace = 0;

  /** Empties the set for up to so many pieces. */
  startOver(most: number): void {
    // At most half full, so that a free place is never far.
    const places = 2 ** Math.ceil(Math.log2(2 * most + 1));
    if (places > this.#table.length) {
      this.#table = new Uint32Array(places);
      this.#pieces = new Uint32Array(places / 2);
    } else this.#table.fill(0, 0, places);
    this.#lastPlace = places - 1;
    this.#size = 0;
  }

  /** False when it was there already. */
  add(piece: number): boolean {
    let place = piece & this.#lastPlace;
    for (let at = this.#table[place] ?? 0; at !== 0; at = this.#table[place] ?? 0) {
      if (this.#pieces[at - 1] === piece) return false;
      place = (place + 1) & this.#lastPlace;
    }
    this.#pieces[this.#size++] = piece;
    this.#table[place] = this.#size;
    return true;
  }

  /**
   * How many of another text's distinct pieces are in it. Comparing a nation's texts is mostly this: a copied text has
   * its pieces in the order of the other, so the piece after the last one found is tried before it is looked up.
   */
  countOf(others: Uint32Array): number {
    const [pieces, size, table, lastPlace] = [this.#pieces, this.#size, this.#table, this.#lastPlace];
    let count = 0;
    let next = 0;
    for (let index = 0; index < others.length; index++) {
      const piece = others[index] ?? 0;
      if (next < size && pieces[next] === piece) {
        count++;
        next++;
        continue;
      }
      let place = piece & lastPlace;
      let at = table[place] ?? 0;
      while (at !== 0 && pieces[at - 1] !== piece) {
        place = (place + 1) & lastPlace;
        at = table[place] ?? 0;
      }
      if (at === 0) continue;
      count++;
      next = at;
    }
    return count;
  }
}
