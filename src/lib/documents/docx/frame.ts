import type { Colour } from '../colour.ts';
import { type FlowItem, withPicture } from '../flow.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { isFigure, listedText } from '../text-signs.ts';
import type { ListPlace } from './numbering.ts';
import type { RunLook, TextFormat } from './styles.ts';

/** A run being read. */
export interface Run {
  style: string | undefined;
  readonly direct: TextFormat;
  /** How its text is read, once its properties are known. */
  look: RunLook | undefined;
}

/** What holds paragraphs: the body, a table cell or a text box. Each has its own open paragraph. */
export class Frame {
  readonly items: FlowItem[] = [];
  readonly runs: Run[] = [];
  paragraphStyle: string | undefined;
  /** Direct formatting of the paragraph's end. */
  mark: TextFormat = {};
  markDeleted = false;
  /** What the open paragraph itself says of a list. */
  place: ListPlace = {};
  /** Behind the text of the open paragraph. */
  paper: Colour | undefined;
  /** A picture stands here: in a line, or floating over it. */
  picture: 'none' | 'floating' | 'inline' = 'none';
  #line = '';
  /** Content of text boxes anchored in the open paragraph. */
  #boxed: FlowItem[] = [];

  startParagraph(): void {
    this.paragraphStyle = undefined;
    this.mark = {};
    this.markDeleted = false;
    this.paper = undefined;
    this.place = {};
  }

  /** A list shows its number or bullet before the open paragraph; where there is no text, only in a cell. */
  setListed(inCell: boolean): void {
    if (inCell || isFigure(this.#line)) this.#line = listedText(this.#line);
  }

  addPicture(floating: boolean): void {
    if (!floating) this.picture = 'inline';
    else if (this.picture === 'none') this.picture = 'floating';
  }

  add(text: string): void {
    this.#line += text;
  }

  break(): void {
    if (this.items.length >= LIMITS.paragraphs) throw overLimit('paragraphs');
    this.items.push(this.#line);
    this.#line = '';
  }

  addBox(items: readonly FlowItem[]): void {
    for (const item of items) this.#boxed.push(item);
  }

  /** `markGone`: the paragraph's end is hidden or deleted, so the next paragraph goes on in the same line. */
  endParagraph(markGone: boolean): void {
    if (markGone) return;
    this.break();
    this.#endBoxes();
  }

  addTable(item: FlowItem): void {
    this.#endJoined();
    this.items.push(item);
  }

  finish(): readonly FlowItem[] {
    this.#endJoined();
    return this.items;
  }

  /** What stands in a cell of a table, its picture told. */
  finishCell(): readonly FlowItem[] {
    const items = this.finish();
    return this.picture === 'none' ? items : withPicture(items, this.picture === 'floating');
  }

  /** Text whose paragraph end is gone, but nothing follows that it could join. */
  #endJoined(): void {
    if (this.#line !== '') this.break();
    this.#endBoxes();
  }

  #endBoxes(): void {
    for (const item of this.#boxed) this.items.push(item);
    this.#boxed = [];
  }
}
