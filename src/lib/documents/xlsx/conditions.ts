import {
  comparison,
  type ConditionalFormat,
  type DifferentialLook,
  isOperator,
  type Operator
} from '../sheet/conditions.ts';
import type { SheetRange } from '../sheet/sheet.ts';
import type { XmlElement } from '../xml.ts';
import { isTrue } from './namespaces.ts';
import { rangeOf } from './references.ts';

/** Kinds of conditions that no number meets. */
const OF_NO_NUMBER = new Set(['containsBlanks', 'containsErrors', 'containsText', 'beginsWith', 'endsWith']);
const FORMULA_OF_NO_NUMBER = /^IS(?:ERROR|ERR|NA|BLANK|TEXT)\(/i;
/** The range's first cell held against a number: what Excel says of each cell in its turn. */
const OWN_VALUE = /^([A-Z]{1,3}\d{1,7})(=|<>|<=|>=|<|>)(-?\d+(?:\.\d+)?)$/;
const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': 'equal',
  '<>': 'notEqual',
  '<=': 'lessThanOrEqual',
  '>=': 'greaterThanOrEqual',
  '<': 'lessThan',
  '>': 'greaterThan'
};

const RANGE = /^\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/;
const EVERYWHERE: SheetRange = { top: 0, left: 0, bottom: Infinity, right: Infinity };

interface OpenRule {
  readonly type: string;
  readonly operator: string | undefined;
  look: DifferentialLook;
  readonly formulas: string[];
}

/** Collects a worksheet's conditional formats (ECMA-376 18.3.1.10, 18.3.1.18). */
export class ConditionReader {
  readonly formats: ConditionalFormat[] = [];
  #ranges: SheetRange[] = [];
  #first = '';
  #rule: OpenRule | null = null;
  #inFormula = false;

  /** `looks`: the workbook's formats for conditions, by their number. */
  constructor(private readonly looks: readonly DifferentialLook[]) {}

  open(element: XmlElement): void {
    switch (element.name) {
      case 'x:conditionalFormatting': {
        const references = (element.attribute('sqref') ?? '').split(/\s+/).filter((reference) => reference !== '');
        // Any other way to name a range, as by its columns alone, is taken for all cells.
        this.#ranges = references.map((reference) => (RANGE.test(reference) ? rangeOf(reference) : EVERYWHERE));
        this.#first = references[0]?.split(':')[0]?.replaceAll('$', '') ?? '';
        break;
      }
      case 'x:cfRule': {
        const look = this.looks[Number(element.attribute('dxfId') ?? NaN)] ?? {};
        const type = element.attribute('type') ?? '';
        this.#rule = { type, operator: element.attribute('operator'), look, formulas: [] };
        break;
      }
      case 'x:iconSet':
      case 'x:dataBar':
        if (this.#rule && !isTrue(element.attribute('showValue') ?? '1')) this.#rule.look = { withoutNumber: true };
        break;
      case 'x:formula':
        this.#inFormula = this.#rule !== null;
        this.#rule?.formulas.push('');
    }
  }

  text(text: string): void {
    const formulas = this.#inFormula ? this.#rule?.formulas : undefined;
    if (formulas) formulas[formulas.length - 1] += text;
  }

  close(name: string): void {
    if (name === 'x:formula') this.#inFormula = false;
    if (name !== 'x:cfRule' || !this.#rule) return;
    const { look } = this.#rule;
    this.formats.push({ ranges: this.#ranges, look, isMet: this.#condition(this.#rule) });
    this.#rule = null;
  }

  #condition({ type, operator, look, formulas }: OpenRule): ConditionalFormat['isMet'] {
    if (look.withoutNumber) return () => true;
    if (OF_NO_NUMBER.has(type)) return () => false;
    if (type === 'cellIs' && isOperator(operator)) return comparison(operator, formulas.map(numberIn));
    const formula = (formulas[0] ?? '').replace(/\s+/g, '');
    if (type !== 'expression') return () => null;
    if (FORMULA_OF_NO_NUMBER.test(formula)) return () => false;
    const [, cell, sign = '', operand = ''] = OWN_VALUE.exec(formula) ?? [];
    const compared = OPERATORS[sign];
    return cell === this.#first && compared ? comparison(compared, [Number(operand)]) : () => null;
  }
}

function numberIn(formula: string): number | null {
  const text = formula.trim();
  return /^[-+]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}
