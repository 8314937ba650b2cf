/** Chinese is the default and has no prefix; `/en/…` is the same page in English. */
export function match(param: string): param is 'en' {
  return param === 'en';
}
