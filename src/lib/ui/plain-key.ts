/** The key that was pressed, in lower case; null with another key held, or where a person types or chooses. */
export function plainKey({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  const isTyping = target instanceof Element && target.closest('input, select, textarea') !== null;
  return isTyping || ctrlKey || metaKey || altKey ? null : key.toLowerCase();
}
