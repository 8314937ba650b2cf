/** A rule or a condition of a style sheet with what stands in its braces. */
export interface CssBlock {
  /** The selectors, or the condition with its `@`. */
  readonly head: string;
  /** Its own declarations, each behind the other, parted by semicolons. */
  readonly declarations: string;
  /** Blocks inside: the rules of a condition, or rules and conditions nested in a rule. */
  readonly inner: readonly CssBlock[];
}

interface OpenBlock {
  readonly head: string;
  readonly statements: string[];
  readonly inner: CssBlock[];
}

/** Blocks in blocks; what stands deeper is left out. */
const DEEPEST = 16;
/** Comments, strings, addresses and escapes may hold braces and semicolons that part nothing. */
const TOKEN =
  /\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\\n])*(?:"|$|(?=\n))|'(?:\\[^]|[^'\\\n])*(?:'|$|(?=\n))|url\([^"')]*\)|<!--|-->|\\[^]|[{};]|[^{};"'\\/<\-u]+|[^]/gi;

/** The blocks of a style sheet as CSS parts them (CSS Syntax 5.4); statements without a block, as imports, are none. */
export function cssBlocks(style: string): readonly CssBlock[] {
  const top: OpenBlock = { head: '', statements: [], inner: [] };
  const open: OpenBlock[] = [top];
  let tooDeep = 0;
  let text = '';
  const take = (): string => {
    const taken = text.trim();
    text = '';
    return taken;
  };
  const end = (): void => {
    const block = open.length > 1 ? open.pop() : undefined;
    const last = take();
    if (!block) return;
    block.statements.push(last);
    const { head, statements, inner } = block;
    open.at(-1)?.inner.push({ head, declarations: statements.join(';'), inner });
  };
  for (const [token] of style.matchAll(TOKEN)) {
    if (token === '{') {
      if (tooDeep > 0 || open.length > DEEPEST) tooDeep++;
      else open.push({ head: take(), statements: [], inner: [] });
    } else if (token === '}') {
      if (tooDeep > 0) tooDeep--;
      else end();
    } else if (tooDeep > 0) continue;
    else if (token === ';') open.at(-1)?.statements.push(take());
    else if (token.startsWith('/*')) text += ' ';
    else if (token !== '<!--' && token !== '-->') text += token;
  }
  while (open.length > 1) end();
  return top.inner;
}
