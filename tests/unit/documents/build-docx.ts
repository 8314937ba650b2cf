import { strToU8, zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A run of text; `properties` is the inside of its `w:rPr`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph around runs; `properties` is the inside of its `w:pPr`. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

/** A cell holding one paragraph of text, or given paragraphs when the content is markup. */
export function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(run(content))}</w:tc>`;
}

export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

export function table(rows: readonly string[], widths: readonly number[] = []): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export interface Parts {
  /** The inside of `w:styles`. */
  readonly styles?: string;
  /** The inside of `w:numbering`. */
  readonly numbering?: string;
  /** The main part's name. */
  readonly main?: string;
  /** Namespace and prefix of the main part's elements. */
  readonly namespace?: string;
}

/** The main part of a document with this inside of `w:body`. */
export function mainPart(body: string, namespace = WORD): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${namespace}" ` +
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" ' +
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
    `xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>${body}</w:body></w:document>`
  );
}

/** A package around a main part, as Word lays it out. */
export function packageOf(
  main: string,
  { styles = '', numbering = '', main: name = 'word/document.xml' }: Parts = {}
): Uint8Array {
  const slash = name.lastIndexOf('/') + 1;
  const relations = (source: string, targets: Readonly<Record<string, string>>): [string, Uint8Array] => [
    source,
    strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        Object.entries(targets)
          .map(([type, target]) => `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${target}"/>`)
          .join('') +
        '</Relationships>'
    )
  ];
  return zipSync(
    Object.fromEntries([
      ['[Content_Types].xml', strToU8('<Types/>')],
      relations('_rels/.rels', { officeDocument: name }),
      relations(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`, {
        styles: 'styles.xml',
        numbering: 'numbering.xml'
      }),
      [`${name.slice(0, slash)}numbering.xml`, strToU8(`<w:numbering xmlns:w="${WORD}">${numbering}</w:numbering>`)],
      [`${name.slice(0, slash)}styles.xml`, strToU8(`<w:styles xmlns:w="${WORD}">${styles}</w:styles>`)],
      [name, strToU8(main)]
    ])
  );
}

export function docx(body: string, parts: Parts = {}): Uint8Array {
  return packageOf(mainPart(body, parts.namespace), parts);
}
