import type { XmlElement } from '../xml.ts';

/**
 * Left out with all they hold: comments, notes, deleted text, and what is drawn or stated beside the text; in a single
 * file also what a package keeps in other parts, headers and footers among it.
 */
export const UNREAD = new Set(
  (
    'office:annotation office:forms office:scripts office:font-face-decls office:automatic-styles ' +
    'office:meta office:settings office:styles office:master-styles office:binary-data text:note ' +
    'text:tracked-changes text:ruby-text text:sequence-decls text:variable-decls text:user-field-decls ' +
    'table:shapes table:covered-table-cell draw:object draw:object-ole draw:image draw:plugin draw:applet ' +
    'draw:control text:script'
  ).split(' ')
);
/** Of these, what is a picture or stands for one; a control's text is kept elsewhere. */
export const PICTURES = new Set(['draw:image', 'draw:object', 'draw:object-ole', 'draw:control']);
/** Fields that may hold a value without showing it. */
const FIELDS = new Set(['text:variable-set', 'text:user-field-get', 'text:expression', 'text:user-defined']);

/** Sections, hidden text and rows say of themselves that they are not shown. */
export function isHidden(element: XmlElement): boolean {
  switch (element.name) {
    case 'text:section':
      return element.attribute('text:display') === 'none' || element.attribute('text:is-hidden') === 'true';
    case 'text:hidden-text':
      return element.attribute('text:is-hidden') !== 'false';
    case 'table:table-row':
      return ['collapse', 'filter'].includes(element.attribute('table:visibility') ?? '');
    default:
      return FIELDS.has(element.name) && element.attribute('text:display') === 'none';
  }
}
