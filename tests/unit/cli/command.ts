import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A bench for the command: built from today's sources, run in a folder of its own. */
export interface CommandBench {
  readonly folder: string;
  run(...args: string[]): Promise<Ran>;
  /** Writes a file into the folder. */
  write(name: string, content: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** The command is run as people run it, bundled, with its worker threads. Inside the project, to find its libraries. */
export async function openCommandBench(): Promise<CommandBench> {
  await mkdir('node_modules/.cache', { recursive: true });
  const dist = await mkdtemp(path.resolve('node_modules/.cache/nianbao-'));
  await build({
    configFile: 'src/cli/vite.config.ts',
    logLevel: 'error',
    mode: 'production',
    build: { outDir: dist, minify: false }
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'nianbao-'));
  return {
    folder,
    run: (...args) =>
      new Promise((resolve, reject) => {
        const command = [path.join(dist, 'nianbao.js'), ...args];
        const options = { cwd: folder, maxBuffer: 100_000_000 };
        execFile(process.execPath, command, options, (error, stdout, stderr) => {
          if (error && typeof error.code !== 'number') reject(error);
          else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        });
      }),
    write: async (name, content) => {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    },
    close: async () => {
      await rm(dist, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    }
  };
}
