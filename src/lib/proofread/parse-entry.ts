import { AMOUNT_IN_WAN_YUAN, cellOf, type CellId } from '../form/form.ts';
import { parseCellValue } from '../recognition/cell-value.ts';

/**
 * What a person typed into a cell: null for nothing or a dash, undefined when it is no number. What the document
 * prints may be entered as it stands there, also where it breaks the form's rules: that is for the checks to say.
 */
export function parseEntry(text: string, cell: CellId): number | null | undefined {
  return parseCellValue(text, cellOf(cell).kind, cell === AMOUNT_IN_WAN_YUAN ? '万元' : null).value;
}

/** A value as it is typed: without groups. */
export function entryText(value: number | null | undefined): string {
  return typeof value === 'number' ? String(value) : '';
}
