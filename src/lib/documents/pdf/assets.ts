/**
 * Where the character maps of PDFs with non-embedded Chinese fonts come from. They are files of pdfjs-dist
 * (`cmaps/*.bcmap`); in the browser the site serves them, on the command line they are read from disk.
 */
export type LoadCharacterMap = (fileName: string) => Promise<Uint8Array>;

/** Tells of each promise of this thread that was rejected while nobody held it, until the function it gives is called. */
export type WatchUnheld = (tell: (reason: unknown) => void) => () => void;

let load: LoadCharacterMap | undefined;
let watch: WatchUnheld | undefined;

/** To be called once, before the first PDF is read. Without it PDFs that need a character map are refused. */
export function configurePdf(options: {
  readonly loadCharacterMap: LoadCharacterMap;
  readonly watchUnheld: WatchUnheld;
}): void {
  load = options.loadCharacterMap;
  watch = options.watchUnheld;
}

/** Watches as the host does; a promise nobody holds ends a thread of Node otherwise. */
export const watchUnheld: WatchUnheld = (tell) => watch?.(tell) ?? (() => undefined);

/** For the browser. What was told is not written to the console as well. */
export const watchUnheldInBrowser: WatchUnheld = (tell) => {
  const listen = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    tell(event.reason);
  };
  addEventListener('unhandledrejection', listen);
  return () => {
    removeEventListener('unhandledrejection', listen);
  };
};

/** For the browser: the maps lie as files under `baseUrl`, which ends with a slash. */
export function characterMapsUnder(baseUrl: string): LoadCharacterMap {
  return async (fileName) => {
    const response = await fetch(baseUrl + fileName);
    if (!response.ok) throw new Error(`character map ${fileName}: HTTP ${String(response.status)}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

/** The only file names that are ever asked for: a document cannot make the page fetch another address. */
const CHARACTER_MAP = /^[A-Za-z0-9-]+\.bcmap$/;

interface BinaryFileRequest {
  readonly kind: string;
  readonly filename: string;
}

/**
 * The factory that pdf.js asks for binary files, for one document. A map that cannot be had is told to `onFailure`:
 * pdf.js itself goes on with empty text then, which would look like blank cells.
 */
export function characterMapFactory(onFailure: (error: Error) => void) {
  return class {
    async fetch({ kind, filename }: BinaryFileRequest): Promise<Uint8Array> {
      // Standard fonts and image decoders are asked for as well; positions and texts do not depend on them.
      if (kind !== 'cMapUrl') throw new Error(`not needed for reading text: ${filename}`);
      try {
        if (!CHARACTER_MAP.test(filename)) throw new Error(`not a character map: ${filename}`);
        if (!load) throw new Error('configurePdf was not called before reading a PDF');
        return await load(filename);
      } catch (error) {
        onFailure(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }
    }
  };
}
