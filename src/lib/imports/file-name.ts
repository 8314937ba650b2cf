/** Control characters, and those that turn the direction of writing: with them `fdp.docx` is shown for `xcod.pdf`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Files that systems put beside documents: no person means to import them. */
const JUNK = /^(?:\..*|thumbs\.db|desktop\.ini|~\$.*|__macosx)$/i;

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

/** A file, or anything in a folder, that is the system's own: `.DS_Store`, `__MACOSX/…`, `~$report.docx`. */
export function isJunk(path: string): boolean {
  return segmentsOf(path).some((part) => JUNK.test(part));
}
