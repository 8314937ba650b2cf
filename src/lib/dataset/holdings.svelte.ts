import { countFlags, type FlagCounts } from '../queries/count-flags.ts';
import { gather, follow, type Ask } from '../queries/ask.ts';
import { listFlagKinds } from '../queries/list-flag-kinds.ts';
import { listUnits } from '../queries/list-units.ts';
import { catalogueOf, type Catalogue } from '../selection/catalogue.ts';

interface Held {
  readonly catalogue: Catalogue;
  readonly summary: FlagCounts;
}

const NOTHING: Held = { catalogue: catalogueOf([], [], []), summary: { errors: 0, warnings: 0 } };

/** What there is to choose from, and how many flags: of the published reports and the imported ones together. */
export class Holdings {
  #held = $state.raw<Held>(NOTHING);

  get catalogue(): Catalogue {
    return this.#held.catalogue;
  }

  get summary(): FlagCounts {
    return this.#held.summary;
  }

  clear(): void {
    this.#held = NOTHING;
  }

  /** `years` is called once the rest is answered. */
  async read(ask: Ask, years: () => readonly number[]): Promise<void> {
    const asked = gather({ units: ask(listUnits, {}), kinds: ask(listFlagKinds, {}), flags: ask(countFlags, {}) });
    this.#held = await follow(asked, ({ units, kinds, flags }) => ({
      catalogue: catalogueOf(
        years(),
        units,
        kinds.map(({ kind }) => kind)
      ),
      summary: flags[0] ?? { errors: 0, warnings: 0 }
    }));
  }
}
