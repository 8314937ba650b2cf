import type { Picture } from './picture.ts';

/** What a recogniser made of a line, and how sure it says it is: 0 to 100. */
export interface Reading {
  readonly text: string;
  readonly confidence: number;
}

/** `line`: a line of text. `word`: one word, tried where no line was seen. */
export type ReadingMode = 'line' | 'word';

export interface Recogniser {
  read(picture: Picture, mode: ReadingMode): Promise<Reading>;
  close(): Promise<void>;
}

export interface ReadText {
  readonly text: string;
  /** False: a person should look twice. */
  readonly sure: boolean;
}

/** Below this the recogniser itself doubts; right readings lie above 90 but for lone digits. */
const SURE = 80;

/**
 * The text of a cell's line; null when it cannot be told. A reading with fewer characters than the picture has signs has
 * lost some and is dropped. Signs that touch are hard to count, so more characters are only a reason to doubt.
 */
export async function readLine(recogniser: Recogniser, picture: Picture, parts: number): Promise<ReadText | null> {
  let reading = await recogniser.read(picture, 'line');
  if (reading.text === '') reading = await recogniser.read(picture, 'word');
  const { text, confidence } = reading;
  if (text === '' || text.length < parts) return null;
  return { text, sure: confidence >= SURE && text.length === parts };
}
