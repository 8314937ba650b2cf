/** Control characters, and those that turn the direction of writing: with them `fdp.docx` is shown for `xcod.pdf`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Files that systems put beside documents: no person means to import them. */
const JUNK = /^(?:\..*|thumbs\.db|desktop\.ini|~\$.*|__macosx)$/i;

/** What browsers save beside a web page, in a folder named after it. */
const PAGE_PART = /(?:_files|\.files)\/[^/]+\.(?:png|jpe?g|gif|bmp|webp|svg|ico|css|m?js|woff2?|ttf)$/i;

const DRIVE = /^[a-z]:$/i;

function segmentsOf(path: string): string[] {
  return path
    .replace(INVISIBLE, '')
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !DRIVE.test(part));
}

/** A file's path as it is shown: never used as a path on a disk. `?` when nothing of it is left. */
export function displayName(path: string): string {
  return segmentsOf(path).join('/').slice(0, 400) || '?';
}

/** The last part alone: what is asked for unit and year when the text has none. */
export function baseName(path: string): string {
  return segmentsOf(path).at(-1) ?? '?';
}

/** The folders a file lies in, the nearest first. */
export function foldersOf(path: string): string[] {
  return segmentsOf(path).slice(0, -1).reverse();
}

/**
 * A file, or anything in a folder, that is the system's own: `.DS_Store`, `__MACOSX/…`, `~$report.docx`; or that only
 * belongs to a saved web page.
 */
export function isJunk(path: string): boolean {
  return segmentsOf(path).some((part) => JUNK.test(part)) || isPagePart(path);
}

/** A picture, style or script of a saved web page: `年报_files/logo.png`. */
export function isPagePart(path: string): boolean {
  return PAGE_PART.test(path.replaceAll('\\', '/'));
}
