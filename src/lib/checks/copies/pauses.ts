/** How long a worker may leave what it was asked meanwhile unanswered. */
const MILLISECONDS = 50;

/** Called often by long work: once in a while it waits until what happened meanwhile was answered. */
export function pauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MILLISECONDS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
