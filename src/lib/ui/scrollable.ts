import type { Attachment } from 'svelte/attachments';

/** Lets the keyboard reach a region that scrolls, and only while it does. */
export const scrollable: Attachment<HTMLElement> = (element) => {
  const observer = new ResizeObserver(() => {
    const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
    if (scrolls) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  });
  observer.observe(element);
  // A region of fixed size begins to scroll when what is in it grows.
  for (const child of element.children) observer.observe(child);
  return () => observer.disconnect();
};
