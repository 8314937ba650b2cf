/**
 * Left out with all they hold: deleted text, former formatting, what is not shown, other parts' anchors.
 * `w:del` and `w:moveFrom` also mark the end of a paragraph or row, which is looked at first.
 */
export const UNREAD = new Set(
  (
    'w:del w:moveFrom w:delText w:instrText w:delInstrText w:fldData w:rt w:sdtEndPr w:tblPr w:tblPrEx ' +
    'w:sectPr w:tblGridChange w:pPrChange w:rPrChange w:trPrChange w:tcPrChange w:numberingChange'
  ).split(' ')
);
/** What in a drawing shows a picture. The namespaces of drawings are many, their names tell enough. */
export const PICTURES = new Set(['other:blip', 'other:imagedata', 'other:textpath', 'other:chart', 'other:relIds']);
