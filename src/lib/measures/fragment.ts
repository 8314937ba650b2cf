import { cellOf, type CellId } from '../form/form.ts';

/**
 * A piece of SQL made of the program's own text and of cell ids that were checked against the forms: the only thing
 * a query's slot takes. The private constructor keeps any other text out.
 */
export class SqlFragment {
  private constructor(
    readonly text: string,
    /** The cells that it reads. */
    readonly cells: ReadonlySet<CellId>
  ) {}

  /** A cell's column in the report table. Throws when the id is on neither form. */
  static cell(id: CellId): SqlFragment {
    return new SqlFragment(`"${cellOf(id).id}"`, new Set([id]));
  }

  /** `'t3.new.total', 't3.carried-in.total'`: the ids of cells as texts, for a list. */
  static ids(cells: ReadonlySet<CellId>): SqlFragment {
    return new SqlFragment([...cells].map((id) => `'${cellOf(id).id}'`).join(', '), cells);
  }

  /** For the tag below: literal parts are program text, interpolated parts are fragments themselves. */
  static joined(strings: TemplateStringsArray, parts: readonly SqlFragment[]): SqlFragment {
    return new SqlFragment(
      strings.map((string, index) => string + (parts[index]?.text ?? '')).join(''),
      cellsOf(parts)
    );
  }

  /** `(a + b + c)`: NULL as soon as one of them is. */
  static sum(terms: readonly SqlFragment[]): SqlFragment {
    return new SqlFragment(`(${terms.map((term) => term.text).join(' + ')})`, cellsOf(terms));
  }
}

function cellsOf(fragments: readonly SqlFragment[]): ReadonlySet<CellId> {
  return new Set(fragments.flatMap(({ cells }) => [...cells]));
}

/** ``sql`CASE WHEN ${a} > 0 THEN ${b} END` ``: interpolates fragments only, never text or values. */
export function sql(strings: TemplateStringsArray, ...parts: readonly SqlFragment[]): SqlFragment {
  return SqlFragment.joined(strings, parts);
}
