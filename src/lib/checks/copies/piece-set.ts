/** A set of pieces, filled anew for text after text: as a table of its own it takes a tenth of what a `Set` does. */
export class PieceSet {
  /** A piece stands at the first free place from the one that its last bits name. */
  #pieces = new Uint32Array(2 ** 10);
  /** In which round each place was taken: so that nothing need be cleared. */
  #rounds = new Uint32Array(2 ** 10);
  #round = 0;

  /** Empties the set for up to so many pieces. */
  startOver(most: number): void {
    if (2 * most > this.#pieces.length) {
      const places = 2 ** Math.ceil(Math.log2(2 * most));
      this.#pieces = new Uint32Array(places);
      this.#rounds = new Uint32Array(places);
      this.#round = 0;
    }
    this.#round += 1;
  }

  has(piece: number): boolean {
    return this.#rounds[this.#placeOf(piece)] === this.#round;
  }

  /** False when it was there already. */
  add(piece: number): boolean {
    const place = this.#placeOf(piece);
    if (this.#rounds[place] === this.#round) return false;
    this.#rounds[place] = this.#round;
    this.#pieces[place] = piece;
    return true;
  }

  #placeOf(piece: number): number {
    const last = this.#pieces.length - 1;
    let place = piece & last;
    while (this.#rounds[place] === this.#round && this.#pieces[place] !== piece) place = (place + 1) & last;
    return place;
  }
}
