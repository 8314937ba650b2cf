import type { PDFPageProxy } from 'pdfjs-dist';
import { fontOf, isRecord } from './fonts.ts';
import { type Box, boxOf, centreOf, contains, intersect, type Matrix, multiply, transformBox } from './geometry.ts';
import { initialState, StateStack, TextPosition } from './graphics-state.ts';
import { Operands } from './operands.ts';
import { Painted, PICTURE } from './painted.ts';
import { filledArea, isShape, strokedLines, subpathsOf } from './paths.ts';
import { setText } from './text-run.ts';

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface PageSetting {
  readonly page: PDFPageProxy;
  /** pdf.js' numbers of the operators, by name. */
  readonly operatorNumbers: Readonly<Record<string, number>>;
  /** From the document's user space to page coordinates. */
  readonly matrix: Matrix;
  readonly area: Box;
  /** Whether an optional layer is shown. */
  isShown(layer: unknown): boolean;
}

/** Below this nothing is seen; above its counterpart nothing shines through. */
const INVISIBLE = 0.05;
const OPAQUE = 0.95;
type Handler = (operands: Operands, order: number) => void;

const FILLING = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const STROKING = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];

/** Runs a page's operators. Throws `Refusal` `document.limit` when they paint more than any real page holds. */
export function interpret(operators: Operators, setting: PageSetting): Painted {
  const interpreter = new Interpreter(setting);
  const handlers = new Map<number, Handler>();
  for (const [name, handler] of Object.entries(interpreter.handlers)) {
    const number = setting.operatorNumbers[name];
    if (number === undefined) throw new Error(`pdf.js no longer has the operator ${name}`);
    handlers.set(number, handler);
  }
  operators.fnArray.forEach((operator, order) => {
    handlers.get(operator)?.(new Operands(operators.argsArray[order]), order);
  });
  return interpreter.painted;
}

class Interpreter {
  readonly painted = new Painted();
  readonly #setting: PageSetting;
  readonly #states: StateStack;
  readonly #position = new TextPosition();
  /** One entry per open marked content: whether it hides its content. */
  readonly #hiding: boolean[] = [];
  readonly #filling: ReadonlySet<number | undefined>;
  readonly #stroking: ReadonlySet<number | undefined>;
  #clipsNextPath = false;

  constructor(setting: PageSetting) {
    this.#setting = setting;
    this.#states = new StateStack(initialState(setting.matrix, setting.area));
    this.#filling = new Set(FILLING.map((name) => setting.operatorNumbers[name]));
    this.#stroking = new Set(STROKING.map((name) => setting.operatorNumbers[name]));
  }

  get #state() {
    return this.#states.current;
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    save: () => {
      this.#states.save();
    },
    restore: () => {
      this.#states.restore();
    },
    transform: (operands) => {
      this.#transform(operands.matrix());
    },
    paintFormXObjectBegin: (operands) => {
      this.#states.save();
      this.#transform(operands.matrixAt(0));
      this.#clip(operands.rectangleAt(1));
    },
    paintFormXObjectEnd: () => {
      this.#states.restore();
    },
    beginGroup: (operands) => {
      this.#states.save();
      const [group] = operands.values;
      // What is painted into a soft mask is not seen itself.
      const isMask = isRecord(group) && Boolean(group.smask);
      this.#state.groupAlpha *= isMask ? 0 : this.#state.fillAlpha;
      this.#state.fillAlpha = this.#state.strokeAlpha = 1;
    },
    endGroup: () => {
      this.#states.restore();
    },
    beginAnnotation: (operands) => {
      this.#states.saveAndReset();
      this.#clip(operands.rectangleAt(1));
      this.#transform(operands.matrixAt(2));
      this.#transform(operands.matrixAt(3));
    },
    endAnnotation: () => {
      this.#states.restore();
    },
    beginMarkedContent: () => {
      this.#hiding.push(false);
    },
    beginMarkedContentProps: (operands) => {
      this.#hiding.push(operands.values[0] === 'OC' && !this.#setting.isShown(operands.values[1]));
    },
    endMarkedContent: () => {
      this.#hiding.pop();
    },
    setGState: (operands) => {
      for (const entry of operands.list(0)) this.#setExtended(new Operands(entry));
    },
    setFillRGBColor: (operands) => {
      this.#state.fillColour = operands.colourAt(0) ?? this.#state.fillColour;
    },
    setStrokeRGBColor: (operands) => {
      this.#state.strokeColour = operands.colourAt(0) ?? this.#state.strokeColour;
    },
    clip: () => {
      this.#clipsNextPath = true;
    },
    eoClip: () => {
      this.#clipsNextPath = true;
    },
    constructPath: (operands, order) => {
      this.#paintPath(operands.number(0), operands.pathAt(1), order);
    },
    paintImageXObject: (_operands, order) => {
      this.#paintPicture(order);
    },
    paintInlineImageXObject: (_operands, order) => {
      this.#paintPicture(order);
    },
    paintImageMaskXObject: () => {
      if (!this.#isVisible(this.#state.fillAlpha)) return;
      this.painted.pictures.push(transformBox(this.#state.matrix, { left: 0, top: 0, right: 1, bottom: 1 }));
    },
    beginText: () => {
      this.#position.begin();
    },
    setTextMatrix: (operands) => {
      this.#position.begin(operands.matrixAt(0));
    },
    moveText: (operands) => {
      this.#position.moveLine(operands.number(0), operands.number(1));
    },
    setLeadingMoveText: (operands) => {
      this.#state.leading = operands.number(1);
      this.#position.moveLine(operands.number(0), operands.number(1));
    },
    setLeading: (operands) => {
      this.#state.leading = -operands.number(0);
    },
    nextLine: () => {
      this.#position.moveLine(0, this.#state.leading);
    },
    setFont: (operands) => {
      this.#setFont(operands);
    },
    setCharSpacing: (operands) => {
      this.#state.characterSpacing = operands.number(0);
    },
    setWordSpacing: (operands) => {
      this.#state.wordSpacing = operands.number(0);
    },
    setHScale: (operands) => {
      this.#state.horizontalScale = operands.number(0) / 100;
    },
    setTextRise: (operands) => {
      this.#state.rise = operands.number(0);
    },
    setTextRenderingMode: (operands) => {
      this.#state.renderMode = operands.number(0);
    },
    showText: (operands, order) => {
      this.#showText(operands.list(0), order);
    }
  };

  #transform(matrix: Matrix | undefined): void {
    if (matrix) this.#state.matrix = multiply(this.#state.matrix, matrix);
  }

  #clip(box: Box | undefined): void {
    if (box) this.#states.clipTo(transformBox(this.#state.matrix, box));
  }

  #setFont(operands: Operands): void {
    const [name] = operands.values;
    this.#state.font = typeof name === 'string' ? fontOf(this.#setting.page, name) : undefined;
    this.#state.fontSize = operands.number(1);
  }

  /** One entry [key, value] of an extended graphics state. */
  #setExtended(entry: Operands): void {
    const [key, value] = entry.values;
    if (key === 'ca') this.#state.fillAlpha = entry.number(1);
    else if (key === 'CA') this.#state.strokeAlpha = entry.number(1);
    else if (key === 'BM') this.#state.opaqueBlend = value === 'source-over';
    else if (key === 'Font') this.#setFont(new Operands(value));
  }

  #isVisible(alpha: number): boolean {
    return !this.#hiding.includes(true) && alpha * this.#state.groupAlpha > INVISIBLE;
  }

  #paintPicture(order: number): void {
    if (!this.#isVisible(this.#state.fillAlpha)) return;
    const box = transformBox(this.#state.matrix, { left: 0, top: 0, right: 1, bottom: 1 });
    this.painted.addFill({ ...box, order, colour: PICTURE });
    this.painted.pictures.push(box);
  }

  #showText(entries: readonly unknown[], order: number): void {
    const { clip, renderMode, fillAlpha } = this.#state;
    // Modes 3 and 7 paint nothing: text laid under a scan, or used as a clip.
    const unseen = renderMode === 3 || renderMode === 7;
    const visible = !unseen && this.#isVisible(fillAlpha);
    if (unseen) this.painted.unseen += entries.filter((entry) => typeof entry !== 'number').length;
    const { directions } = this.painted;
    for (const glyph of setText(entries, this.#state, this.#position, { order, visible, directions })) {
      if (contains(clip, ...centreOf(glyph))) this.painted.addGlyph(glyph);
      else this.painted.addClipped(glyph);
    }
  }

  #paintPath(paint: number, path: Float32Array | undefined, order: number): void {
    const state = this.#state;
    const subpaths = path ? subpathsOf(path, state.matrix) : [];
    const fills = this.#filling.has(paint) && this.#isVisible(state.fillAlpha);
    const strokes = this.#stroking.has(paint) && this.#isVisible(state.strokeAlpha);
    const opaque = state.fillAlpha * state.groupAlpha > OPAQUE && state.opaqueBlend;
    // A stroke across a cell means that it is empty; a figure's outline is filled, or round.
    if ((fills && subpaths.some(isShape)) || (strokes && subpaths.some(({ curved }) => curved))) {
      this.painted.addShape(intersect(boxOf(subpaths.flatMap(({ points }) => points)), state.clip));
    }
    for (const subpath of subpaths) {
      if (fills) {
        const { lines, area } = filledArea(subpath);
        this.painted.addLines(lines, state.clip, { colour: state.fillColour, order });
        if (area && opaque) this.painted.addFill({ ...intersect(area, state.clip), order, colour: state.fillColour });
      }
      if (strokes) this.painted.addLines(strokedLines(subpath), state.clip, { colour: state.strokeColour, order });
    }
    if (this.#clipsNextPath) {
      this.#clipsNextPath = false;
      this.#states.clipTo(boxOf(subpaths.flatMap((subpath) => subpath.points)));
    }
  }
}
