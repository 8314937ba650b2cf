import type { DifferentialLook } from '../sheet/conditions.ts';
import { readXml } from '../xml.ts';
import { colourOf } from './fonts.ts';
import { SHEET_NAMESPACES } from './namespaces.ts';

type Writable = { -readonly [Key in keyof DifferentialLook]: DifferentialLook[Key] };

/** The formats that cells take on under conditions, by their number (ECMA-376 18.8.14). */
export function readDifferentialLooks(part: Uint8Array | undefined): readonly DifferentialLook[] {
  const looks: Writable[] = [];
  if (!part) return looks;
  readXml(part, SHEET_NAMESPACES, {
    open(element) {
      const { name, parent } = element;
      if (name === 'x:dxf') looks.push({});
      const look = looks.at(-1);
      if (!look) return undefined;
      if (name === 'x:color' && parent === 'x:font') look.ink = colourOf(element);
      else if (name === 'x:numFmt' && parent === 'x:dxf') look.format = element.attribute('formatCode');
      // Unlike in a cell's own format, the colour of a full pattern is its ground's.
      else if (name === 'x:bgColor') look.paper = colourOf(element);
      return undefined;
    }
  });
  return looks;
}
