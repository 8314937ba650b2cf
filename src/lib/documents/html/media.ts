import { lengthOf } from './out-of-sight.ts';

/** Whether a condition of a style sheet holds on the page as a person looks at it; `unknown` where nobody can tell. */
export type Met = boolean | 'unknown';

/** A page as it is looked at on a desk, in pixels: what is said for phones and for paper says nothing about it. */
const DESK: Readonly<Record<string, number>> = { width: 1_280, height: 720 };
/** What else may be asked, and what a desk answers. Colours are judged as they are by day. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['orientation', 'landscape'],
  ['prefers-color-scheme', 'light'],
  ['prefers-reduced-motion', 'no-preference'],
  ['prefers-contrast', 'no-preference'],
  ['forced-colors', 'none'],
  ['hover', 'hover'],
  ['any-hover', 'hover'],
  ['pointer', 'fine'],
  ['any-pointer', 'fine'],
  ['display-mode', 'browser'],
  ['scripting', 'enabled']
]);
const COMPARED = /^(min|max)-(width|height)\s*:\s*(.+)$/;
const RANGE = /^(?:([^<>=]+?)\s*(<=?|>=?)\s*)?(width|height)\s*(?:(<=?|>=?|=)\s*([^<>=]+))?$/;

/** `head`: that of a block with a condition, in lower case. Blocks of other kinds, as of fonts, hold no rules at all. */
export function isMet(head: string): Met {
  const [, name = '', condition = ''] = /^@([\w-]+)\s*([^]*)$/.exec(head) ?? [];
  switch (name) {
    case 'layer':
      return true;
    case 'supports':
      // Any browser of today has what a page asks whether it is supported.
      return !condition.startsWith('not');
    case 'media':
      return anyOf(condition.split(',').map((query) => queryMet(query.trim())));
    case 'container':
    case 'scope':
    case 'document':
    case '-moz-document':
      return 'unknown';
    default:
      return false;
  }
}

export function allOf(parts: readonly Met[]): Met {
  if (parts.includes(false)) return false;
  return parts.includes('unknown') ? 'unknown' : true;
}

function anyOf(parts: readonly Met[]): Met {
  if (parts.includes(true)) return true;
  return parts.includes('unknown') ? 'unknown' : false;
}

function opposite(met: Met): Met {
  return met === 'unknown' ? met : !met;
}

function queryMet(query: string): Met {
  const [, not, rest = query] = /^(not|only)\s+([^]*)$/.exec(query) ?? [];
  const met = allOf(rest.split(/\s+and\s+/).map((part) => anyOf(part.split(/\s+or\s+/).map(partMet))));
  return not === 'not' ? opposite(met) : met;
}

function partMet(part: string): Met {
  if (part === 'all' || part === 'screen') return true;
  if (/^[\w-]+$/.test(part)) return false;
  const [, asked] = /^\(([^()]*)\)$/.exec(part) ?? [];
  return asked === undefined ? 'unknown' : featureMet(asked.trim());
}

function featureMet(asked: string): Met {
  const [, end, side = '', least = ''] = COMPARED.exec(asked) ?? [];
  if (end) return compared(DESK[side], end === 'min' ? '>=' : '<=', least);
  const [, before, beforeSign = '', dimension, sign, behind = ''] = RANGE.exec(asked) ?? [];
  if (dimension) {
    const parts: Met[] = [];
    if (before !== undefined) parts.push(compared(DESK[dimension], turned(beforeSign), before));
    if (sign !== undefined) parts.push(compared(DESK[dimension], sign, behind));
    return allOf(parts);
  }
  const [, name = '', wanted = ''] = /^([\w-]+)\s*:\s*(.+)$/.exec(asked) ?? [];
  const answer = ANSWERS.get(name);
  return answer === undefined ? 'unknown' : answer === wanted;
}

function turned(sign: string): string {
  return sign.startsWith('<') ? sign.replace('<', '>') : sign.replace('>', '<');
}

function compared(own: number | undefined, sign: string, text: string): Met {
  const other = lengthOf(text.trim());
  if (own === undefined || other === undefined) return 'unknown';
  if (own === other) return sign.includes('=');
  return sign !== '=' && own > other === sign.startsWith('>');
}
