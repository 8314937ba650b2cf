/**
 * Milliseconds that the process has used of the processors, all threads together: what else the machine does leaves it
 * alone.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
