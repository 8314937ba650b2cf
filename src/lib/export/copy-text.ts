/** Puts a text on the clipboard. False: the browser does not let the page. Works on plain http, where there is no API for it. */
export async function copyText(text: string): Promise<boolean> {
  // Absent on plain http, whatever the types say; where it is there, a person may have forbidden it.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard !== undefined) {
    const isCopied = await clipboard.writeText(text).then(
      () => true,
      () => false
    );
    if (isCopied) return true;
  }
  return copySelected(text);
}

/** The way of before: a field with the text, selected, and the browser's own command. */
function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
