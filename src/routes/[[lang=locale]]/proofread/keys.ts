import type { Direction } from '$lib/form/cell-grid.ts';
import { plainKey } from '$lib/ui/plain-key.ts';

/** Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z. While a person types, the field's own undo has the keys. */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const { target } = event;
  if (target instanceof HTMLInputElement && target.value !== target.defaultValue) return null;
  const key = event.key.toLowerCase();
  if (key === 'y' || (key === 'z' && event.shiftKey)) return 'redo';
  return key === 'z' ? 'undo' : null;
}

const DOUBT_KEYS: Readonly<Record<string, 'next' | 'previous'>> = {
  n: 'next',
  j: 'next',
  p: 'previous',
  k: 'previous'
};

/** N and J, P and K, wherever the keyboard is, but where a person types or chooses. */
export function doubtKey(event: KeyboardEvent): 'next' | 'previous' | null {
  return DOUBT_KEYS[plainKey(event) ?? ''] ?? null;
}

/** Left and right leave a field only from its edges: inside it they move the caret. */
export function directionOf(event: KeyboardEvent & { currentTarget: HTMLInputElement }): Direction | null {
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (event.key === 'Enter') return event.shiftKey ? 'left' : 'right';
  if (event.key === 'ArrowUp') return 'up';
  if (event.key === 'ArrowDown') return 'down';
  if (event.key === 'ArrowLeft' && (whole || selectionEnd === 0)) return 'left';
  if (event.key === 'ArrowRight' && (whole || selectionStart === value.length)) return 'right';
  return null;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down'
};

/** The arrow keys on a cell that is a button. */
export function arrowOf(event: KeyboardEvent): Direction | null {
  return ARROWS[event.key] ?? null;
}
