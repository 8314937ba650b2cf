/** Formats that reports are found in and that no reader reads, as their programs call them: the same in every language. */
export type NamedFormat =
  | 'OFD'
  | 'UOF'
  | 'Excel XML'
  | 'OpenDocument (.ods)'
  | 'OpenDocument (.fods)'
  | 'OpenDocument (.odp)'
  | 'PowerPoint'
  | 'XPS'
  | 'Pages';

const PACKAGES: readonly (readonly [NamedFormat, RegExp])[] = [
  ['OFD', /^ofd\.xml$/],
  ['UOF', /^uof\.xml$/],
  ['PowerPoint', /^ppt\//],
  ['XPS', /^fixeddocumentsequence\.fdseq$|^fixeddocseq\.fdseq$/],
  ['Pages', /^index\/document\.iwa$|^index\.zip$/]
];
const OPEN_DOCUMENTS: readonly (readonly [NamedFormat, RegExp])[] = [
  ['OpenDocument (.ods)', /^application\/vnd\.oasis\.opendocument\.spreadsheet/],
  ['OpenDocument (.odp)', /^application\/vnd\.oasis\.opendocument\.presentation/]
];
const XML: readonly (readonly [NamedFormat, RegExp])[] = [
  ['OpenDocument (.fods)', /office:mimetype="application\/vnd\.oasis\.opendocument\.spreadsheet/],
  ['UOF', /<uof:UOF[\s>]/]
];

/** `names`: of the zip's entries, in lower case; `mimetype`: what its entry of that name says. */
export function formatOfPackage(names: readonly string[], mimetype: string): NamedFormat | undefined {
  return (
    OPEN_DOCUMENTS.find(([, pattern]) => pattern.test(mimetype))?.[0] ??
    PACKAGES.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0]
  );
}

/** `head`: the beginning of an XML file. */
export function formatOfXml(head: string): NamedFormat | undefined {
  return XML.find(([, pattern]) => pattern.test(head))?.[0];
}
