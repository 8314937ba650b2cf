import type { Random } from '../../../data/generator/random.ts';
import { CAN_NEST, CAN_RAISE } from '../write/writers.ts';
import { type Change, anyFigure, between } from './draft.ts';

/** Another text for a cell that still says the same number, or one that nobody can be sure of. */
function rewrite(texts: (text: string, random: Random) => string, wanted = /^\d+$/): Change {
  return (draft) => {
    const found = anyFigure(draft, ({ text }) => wanted.test(text));
    if (!found) return false;
    found.cell.text = texts(found.cell.text, draft.random);
    return true;
  };
}
export const VALUES: Readonly<Record<string, Change>> = {
  'full-width digits': rewrite((text) =>
    [...text].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
  ),
  'space within digits': rewrite(
    (text, random) => between(text, random.pick([' ', '\u00a0', '\u3000', '  ', '\u2009', '\u200b']), random),
    /^\d{2,}$/
  ),
  'line break within digits': rewrite((text, random) => between(text, '\n', random), /^\d{2,}$/),
  'a sign after': rewrite(
    (text, random) => text + random.pick(['①', '[1]', '¹', '*', '（注）', '？', '。', '件', '  ', ')'])
  ),
  'a sign before': rewrite(
    (text, random) => random.pick(['约', '+', '0', '共', '（', '*', '注1 ', '>', '≈', '\u00a0']) + text
  ),
  'struck out by hand': rewrite(
    (text, random) => `${random.pick(['3', '12', '0'])}${random.pick(['→', '/', '改为', ' '])}${text}`
  ),
  raised: (draft) => {
    const found = CAN_RAISE.has(draft.format) ? anyFigure(draft, ({ text }) => /^\d+$/.test(text)) : undefined;
    if (!found) return false;
    found.cell.raised = draft.random.pick(['1', '2', '①', '[1]', '注']);
    return true;
  },
  blank: (draft) => {
    const found = anyFigure(draft);
    if (!found) return false;
    found.cell.text = draft.random.pick(['', ' ', '\u3000', '-', '/', '—', '无']);
    draft.truth.set(found.id, new Set([null]));
    return true;
  },
  'a table in the cell': (draft) => {
    const found = CAN_NEST.has(draft.format) ? anyFigure(draft) : undefined;
    if (!found) return false;
    found.cell.table = [[{ text: found.cell.text }]];
    found.cell.text = '';
    return true;
  }
};
