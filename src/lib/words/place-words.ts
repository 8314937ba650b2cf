import { m } from '../paraglide/messages.js';
import type { Place } from '../report/place.ts';
import { isChinese } from './number-words.ts';

/** Where to look in a document, from the large to the small: 第 2 个表第 6 行第 4 列. Empty when nothing is known. */
export function placeText(place: Place): string {
  const parts = [
    place.page && m.place_page({ number: place.page }),
    place.sheet && m.place_sheet({ name: place.sheet }),
    place.table && m.place_table({ number: place.table }),
    place.paragraph && m.place_paragraph({ number: place.paragraph }),
    place.line && m.place_line({ number: place.line }),
    place.row && m.place_table_row({ number: place.row }),
    place.column && m.place_table_column({ number: place.column })
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(isChinese() ? '' : ', ');
}
