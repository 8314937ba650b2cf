import { type FlowItem, withPicture } from '../flow.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { isFigure, listedText } from '../text-signs.ts';
import type { TextFormat } from './styles.ts';

/** What holds paragraphs: the body, a cell, a text box, a drawn shape. */
export class Frame {
  readonly items: FlowItem[] = [];
  /** Text boxes anchored in the open paragraph; they come after it. */
  readonly boxed: FlowItem[] = [];
  line: string | undefined;
  /** Whether the line is empty or ends in a blank. Asking the growing line itself would copy it each time. */
  endsBlank = true;
  paragraph: TextFormat = {};
  readonly spans: TextFormat[] = [];
  /** An item of a list has begun, whose number or bullet stands before its first paragraph. */
  listed = false;
  /** A picture stands here: in a line, or floating over it. */
  picture: 'none' | 'floating' | 'inline' = 'none';

  /** `shape`: holds the one paragraph of a shape that stands inside another paragraph. */
  constructor(readonly shape = false) {}

  addPicture(floating: boolean): void {
    if (!floating) this.picture = 'inline';
    else if (this.picture === 'none') this.picture = 'floating';
  }

  /** Where there is no text, the number of a list only counts in a cell. */
  endListed(inCell: boolean): void {
    const { listed, line } = this;
    this.listed = false;
    if (listed && line !== undefined && (inCell || isFigure(line))) this.line = listedText(line);
  }

  endLine(next: string | undefined): void {
    if (this.items.length >= LIMITS.paragraphs) throw overLimit('paragraphs');
    if (this.line !== undefined) this.items.push(withoutLastBlanks(this.line));
    this.line = next;
    this.endsBlank = true;
  }

  /** What stands in a cell of a table, its picture told. */
  get cellItems(): readonly FlowItem[] {
    return this.picture === 'none' ? this.items : withPicture(this.items, this.picture === 'floating');
  }
}

/** White space before a paragraph's end is not kept; tabs are, they hold a row's empty places. */
function withoutLastBlanks(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ') end--;
  return line.slice(0, end);
}
