import { type StyledRun, type StyledText, styledText } from '../sheet/styled-text.ts';
import type { XmlElement } from '../xml.ts';
import { FontReader } from './fonts.ts';

/** Collects one text: a `t` of its own, or several in runs with a font each. */
export class RichText {
  #runs: StyledRun[] = [];
  #font: FontReader | undefined;
  #text = '';
  #inText = false;

  start(): void {
    this.#runs = [];
    this.#font = undefined;
    this.#text = '';
  }

  open(element: XmlElement): 'skip' | undefined {
    const { name, parent } = element;
    this.#inText = name === 'x:t';
    if (name === 'x:rPh') return 'skip';
    if (name === 'x:r') this.#endRun();
    else if (name === 'x:rPr') this.#font = new FontReader();
    else if (parent === 'x:rPr') this.#font?.take(element);
    return undefined;
  }

  text(piece: string): void {
    if (this.#inText) this.#text += piece;
  }

  close(): void {
    this.#inText = false;
  }

  take(): StyledText {
    this.#endRun();
    return styledText(this.#runs);
  }

  #endRun(): void {
    if (this.#text !== '') this.#runs.push({ text: unescaped(this.#text), font: this.#font?.font });
    this.#text = '';
    this.#font = undefined;
  }
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 22.9.2.19); line ends are all alike here. */
export function unescaped(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
