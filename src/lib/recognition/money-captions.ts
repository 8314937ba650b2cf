import { cellOf } from '../form/form.ts';
import type { FoundRow } from './found-row.ts';
import { agreed, moneyUnitIn, moneyUnitOfCaption, type StatedUnit } from './money-unit.ts';

/**
 * Units of money that are stated beside a table's header: on a line of the same section, or in the label of the row.
 * They bind like the header's own, and where they differ from it no amount is taken.
 */
export class MoneyCaptions {
  private section = 0;
  private readonly captions: { readonly section: number; readonly unit: StatedUnit }[] = [];
  private readonly rows = new Map<FoundRow, { readonly section: number; readonly label: string }>();

  /** A section of the report begins. */
  begin(): void {
    this.section++;
  }

  /** Text beside the figures: a line, or a cell that is neither label nor figure. */
  read(text: string): void {
    const unit = moneyUnitOfCaption(text);
    if (unit !== null) this.captions.push({ section: this.section, unit });
  }

  /** A row found in this section, with its label as printed. */
  found(row: FoundRow, label: string): void {
    this.rows.set(row, { section: this.section, label });
  }

  /** The row with the unit of each amount, all statements taken together. */
  applied(row: FoundRow): FoundRow {
    const { section, label = '' } = this.rows.get(row) ?? {};
    if (!row.columns?.some(({ id }) => cellOf(id).kind === 'amount')) return row;
    const beside = this.captions.filter((caption) => caption.section === section).map(({ unit }) => unit);
    const columns = row.columns.map((column) =>
      cellOf(column.id).kind === 'amount'
        ? { ...column, stated: agreed([column.stated, moneyUnitIn(label), ...beside]) }
        : column
    );
    return { ...row, columns };
  }
}
