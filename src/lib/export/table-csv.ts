import type { Figure } from '../measures/figure.ts';
import { withoutNoise } from '../measures/without-noise.ts';
import { absentWord } from '../words/absent-word.ts';
import { csvText, type CsvValue } from './csv.ts';

/** One column of a download. */
export interface CsvColumn<R> {
  /** In the page's language. */
  readonly label: string;
  /** Stable id of the cell or measure, put after the label: `本年新收 [t3.new.total]`. */
  readonly id?: string;
  readonly value: (row: R) => CsvValue | Figure;
}

function plain(value: CsvValue | Figure): CsvValue {
  if (value === null || typeof value !== 'object') return typeof value === 'number' ? withoutNoise(value) : value;
  return value.state === 'value' ? withoutNoise(value.value) : absentWord(value.state);
}

/** A table as CSV text; a figure that is absent stands as its word, so that a blank is never taken for a zero. */
export function tableCsv<R>(columns: readonly CsvColumn<R>[], rows: readonly R[]): string {
  return csvText(
    columns.map(({ label, id }) => (id === undefined ? label : `${label} [${id}]`)),
    rows.map((row) => columns.map((column) => plain(column.value(row))))
  );
}

/** `年报通览_排名_2025_全部.csv` */
export function csvName(parts: readonly (string | number)[]): string {
  return fileName(parts, 'csv');
}

/** The parts joined, what a file system forbids replaced. */
export function fileName(parts: readonly (string | number)[], ending: string): string {
  const name = parts
    .map((part) => String(part).replace(/[\\/:*?"<>|\s]+/g, '-'))
    .filter((part) => part !== '')
    .join('_');
  return `${name}.${ending}`;
}
