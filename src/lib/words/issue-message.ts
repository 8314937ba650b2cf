import { isCellId } from '../form/form.ts';
import { m } from '../paraglide/messages.js';
import type { Issue, IssueCode } from '../report/issue.ts';
import { placeOfCell, placeOfRow, rowName } from './cell-name.ts';
import { limitText } from './limit-text.ts';
import { listText, numberText, sentence } from './number-words.ts';
import { ROW_NAMES } from './row-names.ts';

interface IssueWords {
  /** 表三第一行“本年新收”总计列 */
  readonly cell: string;
  /** 表三第一行“本年新收” */
  readonly row: string;
  readonly table: string;
  /** One of the issue's own values, as text; empty when it has none. */
  readonly value: (name: string) => string;
}

const TABLE_NAMES: Readonly<Record<string, () => string>> = { 2: m.table_2, 3: m.table_3, 4: m.table_4 };

/** The words of every code: a code without its message is a type error. */
const MESSAGES: Readonly<Record<IssueCode, (words: IssueWords) => string>> = {
  'document.cannot-open': m.issue_document_cannot_open,
  'document.empty': m.issue_document_empty,
  'document.too-large': ({ value }) =>
    m.issue_document_too_large({ size: megabytes(value('bytes')), most: megabytes(value('most')) }),
  'document.unknown-format': m.issue_document_unknown_format,
  'document.other-format': ({ value }) => m.issue_document_other_format({ name: value('name') }),
  'document.damaged': m.issue_document_damaged,
  'document.encrypted': m.issue_document_encrypted,
  'document.old-format': m.issue_document_old_format,
  'document.limit': ({ value }) => m.issue_document_limit({ limit: limitText(value('limit'), Number(value('most'))) }),
  'document.no-report': m.issue_document_no_report,
  'document.hidden-report': ({ value }) => m.issue_document_hidden_report({ sheet: value('sheet') }),
  'document.timeout': ({ value }) => m.issue_document_timeout({ seconds: value('seconds') }),
  'document.unreadable-text': ({ value }) => m.issue_document_unreadable_text({ share: value('share') }),
  'document.scan': m.issue_document_scan,
  'document.scan-with-text': m.issue_document_scan_with_text,
  'document.picture': m.issue_document_picture,
  'document.character-map': m.issue_document_character_map,
  'document.archive': m.issue_document_archive,
  'document.archive-encrypted': m.issue_document_archive_encrypted,
  'document.archive-limit': ({ value }) =>
    m.issue_document_archive_limit({ limit: limitText(value('limit'), Number(value('most'))) }),
  'document.archive-nested': m.issue_document_archive_nested,
  'document.workspace-file': m.issue_document_workspace_file,
  'document.register-line': ({ value }) => m.issue_document_register_line({ line: value('line') }),
  'document.register-doubled': ({ value }) => m.issue_document_register_doubled({ code: value('code') }),
  'document.register-empty': m.issue_document_register_empty,
  'document.register-not-needed': m.issue_document_register_not_needed,
  'document.entered-by-hand': m.issue_document_entered_by_hand,
  'document.figure-afloat': ({ value }) => m.issue_document_figure_afloat({ raw: value('raw') }),
  'page.scan': m.issue_page_scan,
  'page.scan-with-text': m.issue_page_scan_with_text,
  'sheet.hidden-rows': ({ value }) => m.issue_sheet_hidden_rows({ sheet: value('sheet'), rows: value('rows') }),
  'sheet.hidden-columns': ({ value }) =>
    m.issue_sheet_hidden_columns({ sheet: value('sheet'), columns: value('columns') }),
  'report.mixed': m.issue_report_mixed,
  'table.missing': m.issue_table_missing,
  'table.columns-unknown': m.issue_table_columns_unknown,
  'table.columns-unsure': m.issue_table_columns_unsure,
  'table.cell-count': ({ table, value }) =>
    m.issue_table_cell_count({
      table,
      count: value('count'),
      expected: value('expected'),
      found: value('found'),
      rows: listText(value('rows').split(' ').map(shortRowText))
    }),
  'table.doubled': ({ table, value }) => m.issue_table_doubled({ table, count: value('count') }),
  'table.hidden': ({ table, value }) => m.issue_table_hidden({ table, sheet: value('sheet') }),
  'table.zeros-unshown': ({ table, value }) => m.issue_table_zeros_unshown({ table, count: value('count') }),
  'row.missing': m.issue_row_missing,
  'row.cell-count': ({ row, value }) =>
    m.issue_row_cell_count({ row, expected: value('expected'), found: value('found') }),
  'row.columns-unsure': ({ row }) => m.issue_row_columns_unsure({ row }),
  'row.unrecognised': ({ table, value }) => m.issue_row_unrecognised({ table, printed: value('printed') }),
  'row.columns-unknown': m.issue_row_columns_unknown,
  'row.layout-doubtful': m.issue_row_layout_doubtful,
  'row.layout-unsure': m.issue_row_layout_unsure,
  'row.doubled': ({ row, value }) => m.issue_row_doubled({ row, count: value('count') }),
  'row.not-on-form': m.issue_row_not_on_form,
  'row.label-similar': ({ value }) => m.issue_row_label_similar({ printed: value('printed'), label: value('label') }),
  'row.closed-once': m.issue_row_closed_once,
  'cell.missing': m.issue_cell_missing,
  'cell.unreadable': ({ cell, value }) => m.issue_cell_unreadable({ cell, raw: value('raw') }),
  'cell.picture': ({ cell }) => m.issue_cell_picture({ cell }),
  'cell.struck': ({ cell, value }) => m.issue_cell_struck({ cell, raw: value('raw') }),
  'cell.doubted': ({ cell, value }) => m.issue_cell_doubted({ cell, raw: value('raw') }),
  'cell.listed': ({ cell, value }) => m.issue_cell_listed({ cell, raw: value('raw') }),
  'cell.pale': ({ cell, value }) => m.issue_cell_pale({ cell, raw: value('raw') }),
  'cell.raised': ({ cell, value }) => m.issue_cell_raised({ cell, raw: value('raw') }),
  'cell.unshown': ({ cell, value }) => m.issue_cell_unshown({ cell, raw: value('raw') }),
  'cell.zero-unshown': ({ cell }) => m.issue_cell_zero_unshown({ cell }),
  'cell.unit-unknown': ({ cell, value }) => m.issue_cell_unit_unknown({ cell, raw: value('raw') }),
  'cell.unit-unstated': ({ cell, value }) => m.issue_cell_unit_unstated({ cell, raw: value('raw') }),
  'title.unit-missing': m.issue_title_unit_missing,
  'title.year-missing': m.issue_title_year_missing,
  'title.unit-from-text': ({ value }) => m.issue_title_unit_from_text({ unit: value('unit') }),
  'title.unit-from-file-name': ({ value }) => m.issue_title_unit_from_file_name({ unit: value('unit') }),
  'title.year-from-text': ({ value }) => m.issue_title_year_from_text({ year: value('year') }),
  'title.year-from-file-name': ({ value }) => m.issue_title_year_from_file_name({ year: value('year') }),
  'title.form-mismatch': ({ value }) => m.issue_title_form_mismatch({ form: value('form'), year: value('year') }),
  'title.year-contradiction': ({ value }) =>
    m.issue_title_year_contradiction({ years: value('years'), year: value('year') }),
  'title.year-undecided': ({ value }) => m.issue_title_year_undecided({ years: value('years') }),
  'encoding.undecodable': ({ value }) =>
    m.issue_encoding_undecodable({ count: value('count'), encoding: value('encoding') })
};

/** What went wrong, where on the form, and what to do next. The place in the document is told by `placeText`. */
export function issueMessage(issue: Issue): string {
  const values = issue.values ?? {};
  const value = (name: string): string => String(values[name] ?? '');
  const text = MESSAGES[issue.code]({
    cell: issue.cell !== undefined && isCellId(issue.cell) ? placeOfCell(issue.cell) : '',
    row: rowText(value('row')),
    table: TABLE_NAMES[value('table')]?.() ?? '',
    value
  });
  return sentence(text);
}

/** A row id; table 4 is one printed row and stands as `t4`. */
function rowText(row: string): string {
  if (row === 't4') return m.table_4();
  return Object.hasOwn(ROW_NAMES, row) ? placeOfRow(row) : row;
}

function shortRowText(row: string): string {
  return Object.hasOwn(ROW_NAMES, row) ? rowName(row) : row;
}

function megabytes(bytes: string): string {
  return numberText(Math.round(Number(bytes) / 100_000) / 10);
}
