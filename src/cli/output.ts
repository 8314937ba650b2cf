/** Where a command writes: data to standard output, messages to standard error. Tests give their own. */
export interface Output {
  data(text: string): void;
  message(text: string): void;
  /** Shows how far the work is; a terminal rewrites one line, a log gets a line every tenth. */
  progress(text: string, done: number, all: number): void;
}

export const EXIT = { fine: 0, found: 1, refused: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command that cannot go on: its words go to standard error, its code to the caller. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.refused
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

const CLEAR_LINE = '\r\u001B[K';

export function processOutput(): Output {
  const terminal = process.stderr.isTTY;
  let rewriting = false;
  // A reader that has seen enough (`| head`) closes the pipe; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  return {
    data: (text) => void process.stdout.write(text),
    message: (text) => {
      process.stderr.write(`${rewriting ? CLEAR_LINE : ''}${text}\n`);
      rewriting = false;
    },
    progress: (text, done, all) => {
      if (terminal) {
        rewriting = done < all;
        process.stderr.write(`${CLEAR_LINE}${rewriting ? text : ''}`);
      } else if (Math.floor((done * 10) / all) > Math.floor(((done - 1) * 10) / all)) {
        process.stderr.write(`${text}\n`);
      }
    }
  };
}
