import { loadavg } from 'node:os';

export const printLine = (line: string): void => void process.stdout.write(`${line}\n`);

/** Figures taken while others use the machine are worth less: how busy it was stands beside them. */
export const printLoad = (): void => printLine(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
