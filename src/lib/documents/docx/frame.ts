import type { FlowItem } from '../flow.ts';
import { LIMITS, overLimit } from '../limits.ts';
import type { TextFormat } from './styles.ts';

/** A run being read. */
export interface Run {
  style: string | undefined;
  readonly direct: TextFormat;
}

/** What holds paragraphs: the body, a table cell or a text box. Each has its own open paragraph. */
export class Frame {
  readonly items: FlowItem[] = [];
  readonly runs: Run[] = [];
  paragraphStyle: string | undefined;
  /** Direct formatting of the paragraph's end. */
  mark: TextFormat = {};
  markDeleted = false;
  #line = '';
  /** Content of text boxes anchored in the open paragraph. */
  #boxed: FlowItem[] = [];

  startParagraph(): void {
    this.paragraphStyle = undefined;
    this.mark = {};
    this.markDeleted = false;
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
