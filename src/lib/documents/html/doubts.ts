import type { DefaultTreeAdapterTypes } from 'parse5';
import { isFigure } from '../text-signs.ts';
import type { Look } from './look.ts';
import { attribute } from './selectors.ts';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * Classes by which pages hide things, in many libraries' style sheets. Not those that hide on phones or on paper alone
 * (`hidden-xs`), nor `overflow-hidden`.
 */
const HIDING =
  /(?:^|\s)(?:(?:is|ui|js|layui|text|element)-)?(?:hide|hidden|invisible|(?:d|dis|display)-?none|no-?(?:show|display)|undis|dn)(?:\s|$)/i;
/** In them a figure may be hidden beside the one that counts; around a table, scripts show what a click chooses. */
const IN_TABLES = /^(?:tr|td|th|span|div|p|b|i|em|strong|font|a|u|label|small)$/;

/** Whether an element is called hidden; only the missing style sheet would say whether it is. */
export function mayBeHidden(element: Element): boolean {
  return IN_TABLES.test(element.tagName) && HIDING.test(attribute(element, 'class') ?? '') && isInRow(element);
}

function isInRow(element: Element): boolean {
  let at: Element['parentNode'] | Element = element;
  while (at && 'tagName' in at) {
    if (at.tagName === 'tr') return true;
    at = at.parentNode;
  }
  return false;
}

/** Whether an element holds a figure that is seen as another. */
export function mayBeTurned(element: Element, { turned }: Look): boolean {
  if (turned === 'no' || !isFigure(textIn(element))) return false;
  const around = element.parentNode?.childNodes ?? [];
  const isOther = (node: (typeof around)[number]): boolean =>
    node !== element && ('tagName' in node || ('value' in node && node.value.trim() !== ''));
  return turned === 'always' || around.some(isOther);
}

/** All text inside an element, whether it can be seen or not. */
export function textIn(element: Element): string {
  const parts = element.childNodes.map((node) =>
    'value' in node ? node.value : 'tagName' in node ? textIn(node) : ''
  );
  return parts.join('');
}

/** Whether a `content` puts anything there that can be seen. `value`: with its variables resolved. */
export function saysSomething(value: string, element: Element): boolean {
  if (/^(?:|none|normal|inherit|initial|unset|revert)$/.test(value)) return false;
  const [shown = ''] = value
    .replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs, (text) => text.replaceAll('/', ''))
    .split('/');
  return (
    shown
      .replace(/attr\(\s*([\w-]+)[^()]*\)/g, (_, name: string) => attribute(element, name) ?? '')
      .replace(/["'\s\u00a0\u200b]|\\(?:0*(?:20|a0|200b)\b|0+(?![\da-f]))/g, '')
      .replace(/^\.$/, '').length > 0
  );
}
