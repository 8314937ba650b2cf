/** Templates: `[one|another]` is chosen by chance, `{slot}` is filled, `{12-40}` is a number between both. */
import type { Random } from '../random.ts';

export type Slots = Readonly<Record<string, () => string>>;

/** Draws words without repeating one until all are used. */
export class Deck {
  #left: string[] = [];

  constructor(
    private readonly words: readonly string[],
    private readonly random: Random
  ) {}

  draw(): string {
    if (this.#left.length === 0) this.#left = this.random.shuffle(this.words);
    return this.#left.pop() ?? '';
  }
}

export function compose(template: string, slots: Slots, random: Random): string {
  return template
    .replace(/\[([^\]]*)\]/g, (_, choices: string) => random.pick(choices.split('|')))
    .replace(/\{([^}]*)\}/g, (_, name: string) => {
      const range = /^(\d+)-(\d+)$/.exec(name);
      if (range) return String(random.integer(Number(range[1]), Number(range[2])));
      const slot = slots[name];
      if (!slot) throw new Error(`no word for {${name}} in ${template}`);
      return slot();
    });
}
