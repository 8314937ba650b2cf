import { type Box, IDENTITY, intersect, type Matrix } from './geometry.ts';
import type { Font } from './fonts.ts';

/** What `q` saves and `Q` brings back. */
export interface GraphicsState {
  matrix: Matrix;
  clip: Box;
  fillColour: string;
  strokeColour: string;
  fillAlpha: number;
  strokeAlpha: number;
  /** Alpha of the transparency groups around. */
  groupAlpha: number;
  /** False under a blend mode that lets shine through what lies below. */
  opaqueBlend: boolean;
  lineWidth: number;
  /** Undefined while a font is set that could not be loaded. */
  font: Font | undefined;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

export function initialState(matrix: Matrix, clip: Box): GraphicsState {
  return {
    matrix,
    clip,
    fillColour: '#000000',
    strokeColour: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    opaqueBlend: true,
    lineWidth: 1,
    font: undefined,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0
  };
}

/** Deeper nesting than any real page has; beyond it saved states are not kept. */
const DEEPEST = 500;

/** The current state and those saved below it. */
export class StateStack {
  readonly #saved: GraphicsState[] = [];
  readonly #base: GraphicsState;
  current: GraphicsState;

  constructor(base: GraphicsState) {
    this.#base = { ...base };
    this.current = { ...base };
  }

  save(): void {
    if (this.#saved.length < DEEPEST) this.#saved.push({ ...this.current });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (saved) this.current = saved;
  }

  /** Starts anew, as the drawing of an annotation does; `restore` goes back. */
  saveAndReset(): void {
    this.save();
    this.current = { ...this.#base };
  }

  clipTo(box: Box): void {
    this.current.clip = intersect(this.current.clip, box);
  }
}

/** The place where text is set: the matrix of the text and the point inside it. */
export class TextPosition {
  matrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  #lineX = 0;
  #lineY = 0;

  begin(matrix: Matrix = IDENTITY): void {
    this.matrix = matrix;
    this.x = this.y = this.#lineX = this.#lineY = 0;
  }

  moveLine(x: number, y: number): void {
    this.#lineX += x;
    this.#lineY += y;
    this.x = this.#lineX;
    this.y = this.#lineY;
  }
}
